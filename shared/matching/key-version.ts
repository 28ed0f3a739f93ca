/** Under which of its keys a hash of the index was made: `<key version>#<kind of key>#<HMAC>`. */
export const keyVersionOf = (hash: string): string => hash.slice(0, Math.max(0, hash.indexOf('#')))

/**
 * Whether hashes stand under exactly these versions, as many under each: what a record, or a concern, has to stand under
 * to be found by whichever of them is asked.
 */
export const standUnder = (hashes: readonly string[], versions: readonly string[]): boolean => {
  const counts = Map.groupBy(hashes, keyVersionOf)
  const each = versions.map((version) => counts.get(version)?.length ?? 0)
  const known = each.reduce((sum, one) => sum + one, 0)
  return known === hashes.length && new Set(each).size <= 1
}

/** Of hashes that are new those that lead there anew: not those of a key that came into use after the others were made. */
export const newlyLeading = (before: readonly string[], added: readonly string[]): string[] => {
  const known = new Set(before.map(keyVersionOf))
  return added.filter((hash) => known.size === 0 || known.has(keyVersionOf(hash)))
}
