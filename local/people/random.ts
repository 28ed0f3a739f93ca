/** A stream of chance that repeats: the same seed and stream give the same answers on every machine. */
export type Random = {
  /** From 0, up to and without 1. */
  readonly fraction: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  /** True in this share of calls. */
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Takes early entries far oftener than late ones, as names and streets are spread in life. */
  readonly favour: <T>(list: readonly T[]) => T
  readonly weighted: <T extends { readonly share: number }>(list: readonly T[]) => T
}

/** sfc32, small and fast; its state is 128 bits. @see Chris Doty-Humphrey, PractRand */
const sfc32 = (seed: number, stream: number): (() => number) => {
  let a = seed | 0
  let b = stream | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index]
  if (item === undefined) throw new RangeError('there is nothing to choose from')
  return item
}

// Of sixty names the first is taken by one in fifteen and the last by one in ninety.
const steepness = 1.5

/** Each household draws from its own `stream`, so a longer register begins with the whole of a shorter one. */
export const createRandom = (seed: number, stream = 0): Random => {
  const next = sfc32(seed, stream)
  const fraction = (): number => next() / 2 ** 32
  return {
    fraction,
    between: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    chance: (share) => fraction() < share,
    pick: (list) => at(list, Math.floor(fraction() * list.length)),
    favour: (list) => at(list, Math.floor(fraction() ** steepness * list.length)),
    weighted: (list) => {
      let left = fraction() * list.reduce((sum, { share }) => sum + share, 0)
      const found = list.find(({ share }) => {
        left -= share
        return left < 0
      })
      return found ?? at(list, list.length - 1)
    },
  }
}
