/** How the objects of a file stand in it. `lines`: each on a line of its own. */
export type JsonForm =
  | { readonly kind: 'lines' }
  | { readonly kind: 'elements'; readonly within: number }

/** An object that is itself a child or a resource, and has a list in it. */
const isOne = (start: string): boolean =>
  /^\{[^{}[\]]*"(?:la_child_id|resourceType)"\s*:/.test(start)

/** By how a file begins. A list; a bundle, or a list under a name; or one object a line. */
export const recogniseJson = (start: string): JsonForm => {
  if (start.startsWith('[')) return { kind: 'elements', within: 1 }
  const isBundle = /"resourceType"\s*:\s*"Bundle"/.test(start)
  const isNamedList = /^\{[^{}[\]]*\[/.test(start) && !isOne(start)
  return isBundle || isNamedList ? { kind: 'elements', within: 2 } : { kind: 'lines' }
}
