/** Decided here: which part of the log is looked at in which hour, so that all of it is within a week, however much it grows. */

/** Leaves of a block; which hour of the week looks at it follows from its number, so nobody keeps how far the walk has come. */
const block = 1000

/** Parts of the whole: an hour of the week has one each. */
export const parts = 7 * 24

const hour = 60 * 60 * 1000

/** The part whose turn it is. */
export const partAt = (at: Date): number => Math.floor(at.getTime() / hour) % parts

/** Leaves from the first to before the other. */
export type Stretch = { readonly from: number; readonly to: number }

/** What of a log of this size is walked now: the newest leaves at every hour, and each block in its own. */
export const stretchesAt = (size: number, at: Date): readonly Stretch[] => {
  const blocks = Array.from({ length: Math.ceil(size / block) }, (_, number) => number)
  const due = blocks.filter((number) => number % parts === partAt(at))
  const stretches = due.map((number) => ({
    from: number * block,
    to: Math.min(size, (number + 1) * block),
  }))
  const newest = { from: Math.max(0, size - block), to: size }
  return size === 0 ? [] : [newest, ...stretches.filter(({ to }) => to < size)]
}
