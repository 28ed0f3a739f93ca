/** Decided here: what stands in the sealed log, the bucket from which nothing can be taken, and under which names. */

/** Leaves from `first` on, one a line, in order. Where one ends the next begins, so that the log can go on in one way alone. */
export type Bundle = { readonly first: number; readonly text: string }

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

export const bundleName = (first: number): string => `${bundlesPrefix}${padded(first)}`

const bundlePattern = /^bundles\/(?<first>\d{12})$/

/** At which leaf a bundle begins, by its name; undefined for a name that is none of a bundle. */
export const firstOfBundle = (name: string): number | undefined => {
  const first = bundlePattern.exec(name)?.groups?.['first']
  return first === undefined ? undefined : Number(first)
}

/** The lines of a bundle, each the bytes of one leaf. */
export const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1)
