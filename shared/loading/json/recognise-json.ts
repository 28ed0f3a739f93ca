/** How the objects of a file stand in it. `lines`: each on a line of its own. */
export type JsonForm =
  | { readonly kind: 'lines' }
  | { readonly kind: 'elements'; readonly within: number }

/** By how a file begins. A list; a bundle, or a list under a name; or one object a line. */
export const recogniseJson = (start: string): JsonForm => {
  if (start.startsWith('[')) return { kind: 'elements', within: 1 }
  const isBundle = /"resourceType"\s*:\s*"Bundle"/.test(start)
  const isNamedList = /^\{[^{}[\]]*\[/.test(start)
  return isBundle || isNamedList ? { kind: 'elements', within: 2 } : { kind: 'lines' }
}
