/** How often a property is tried: as often as said, and twenty times that in `npm run test:nightly`. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: process.env['HUB_NIGHTLY'] === undefined ? usual : usual * 20,
})
