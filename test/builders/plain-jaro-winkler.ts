const longest = 31
const unlike = 0.7

const pairedSigns = (short: readonly string[], long: readonly string[]) => {
  const reach = Math.max(0, Math.floor(long.length / 2) - 1)
  const taken = new Set<number>()
  const paired = short.filter((sign, at) => {
    const place = long.findIndex(
      (other, its) => other === sign && !taken.has(its) && Math.abs(its - at) <= reach,
    )
    if (place >= 0) taken.add(place)
    return place >= 0
  })
  return { paired, partners: long.filter((_, at) => taken.has(at)) }
}

const commonPrefix = (a: string, b: string): number => {
  const differs = [0, 1, 2, 3].find((at) => at >= a.length || a[at] !== b[at])
  return differs ?? 4
}

/** Jaro and Winkler's measure by the letter of its definition, slow and plain, to hold the fast one against. */
export const plainJaroWinkler = (a: string, b: string): number => {
  if (a === b) return 1
  const aLeads = a.length < b.length || (a.length === b.length && a < b)
  const [short, long] = (aLeads ? [a, b] : [b, a]).map((text) => text.slice(0, longest).split(''))
  if (short === undefined || long === undefined) return 0
  const { paired, partners } = pairedSigns(short, long)
  const count = paired.length
  if (count === 0) return 0
  const swapped = Math.floor(paired.filter((sign, at) => sign !== partners[at]).length / 2)
  const jaro = (count / short.length + count / long.length + (count - swapped) / count) / 3
  return Math.min(jaro <= unlike ? jaro : jaro + commonPrefix(a, b) * 0.1 * (1 - jaro), 0.999)
}
