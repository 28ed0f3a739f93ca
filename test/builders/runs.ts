/** Whether this is `npm run test:nightly`. */
export const isNightly = process.env['HUB_NIGHTLY'] !== undefined

/** The number of the day: what is tried anew each day is chosen by it. */
export const today = Math.floor(Date.now() / 86_400_000)

/** How often a property is tried: as often as said, and twenty times that in `npm run test:nightly`. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: isNightly ? usual * 20 : usual,
})
