/** A one-to-one map of the whole numbers of 32 bits that looks like chance. @see Chris Wellons, lowbias32 */
export const mix = (value: number): number => {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Streams of chance beside those of the households, each with a seed of its own. */
const purposes = { people: 0, block: 1, postcode: 2, subject: 3, stranger: 4, slips: 5 } as const

export const seedFor = (seed: number, purpose: keyof typeof purposes): number =>
  mix(mix(seed) ^ (purposes[purpose] * 0x9e3779b9))
