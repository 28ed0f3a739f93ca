/** Decided here: what stands in the sealed log, the bucket from which nothing can be taken, and under which names. */

/** Entries `first` to `size - 1`, one leaf a line, in order. */
export type Bundle = { readonly first: number; readonly size: number; readonly text: string }

/** A signed note, and the size under which it is kept. */
export type KeptCheckpoint = { readonly size: number; readonly note: string }

const digits = 12
const most = 10 ** digits - 1
const padded = (value: number): string => String(value).padStart(digits, '0')

export const checkpointsPrefix = 'checkpoints/'

/** The newest is the first in the order of names, so that one listing finds it, and whoever would hide it must take it out. */
export const checkpointName = (size: number): string => `${checkpointsPrefix}${padded(most - size)}`

export const sizeOfCheckpoint = (name: string): number =>
  most - Number(name.slice(checkpointsPrefix.length))

export const bundlesPrefix = 'bundles/'

/** What the names of all bundles begin with that begin at this leaf. */
export const bundlesFrom = (first: number): string => `${bundlesPrefix}${padded(first)}-`

export const bundleName = ({ first, size }: Omit<Bundle, 'text'>): string =>
  `${bundlesFrom(first)}${padded(size)}`

const bundlePattern = /^bundles\/(?<first>\d{12})-(?<size>\d{12})$/

/** Which leaves a bundle says it holds; undefined for a name that is none of a bundle. */
export const spanOfBundle = (name: string): Omit<Bundle, 'text'> | undefined => {
  const { first, size } = bundlePattern.exec(name)?.groups ?? {}
  return first === undefined ? undefined : { first: Number(first), size: Number(size) }
}

/** The lines of a bundle, each the bytes of one leaf. */
export const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1)

/** Whether two texts that begin at one leaf say the same as far as both go. */
export const doAgree = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return long.startsWith(short)
}
