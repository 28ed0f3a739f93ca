/**
 * Small numbers, so that no page and no file points to a family: 1 to 7 are left out, all else is to the nearest five, as NHS Digital
 * publishes hospital statistics (Disclosure control methodology for HES and ECDS, September 2018). Its totals tell a number that was
 * left out where all roundings go one way, or where many parts are small: there the parts are left out too, and at last the total
 * (secondary suppression). What is left out is chosen so that even who knows this rule finds no number out.
 */
export const largestSmall = 7
const step = 5
/** How far a number that is told may be from the one that it stands for. */
const off = 2

/** A count as it is told: to the nearest five, or left out. */
export type Told = number | 'left-out'

const isSmall = (count: number): boolean => count > 0 && count <= largestSmall

/** One count that is in no sum. */
export const told = (count: number): Told =>
  isSmall(count) ? 'left-out' : Math.round(count / step) * step

type Range = { readonly low: number; readonly high: number }

/** Between what a count lies that is told as this; 0 is told as it is. One that is left out is taken for a small one. */
const within = (count: Told): Range => {
  if (count === 'left-out') return { low: 1, high: largestSmall }
  return count === 0 ? { low: 0, high: 0 } : { low: count - off, high: count + off }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

export type Column = { readonly parts: readonly Told[]; readonly total: Told }

/** Whether each part of these could be any number from 1 to 7, by the total and what is known of the others. */
const couldBeAny = (total: number, ranges: readonly Range[], of: readonly number[]): boolean =>
  of.every((at) => {
    const others = ranges.filter((_, other) => other !== at)
    const high = within(total).high - sum(others.map((other) => other.low))
    const low = within(total).low - sum(others.map((other) => other.high))
    return low <= 1 && high >= largestSmall
  })

/** The most that each part can be by the column that it is a part of, as that is told. */
type Most = readonly number[] | undefined

const rangesOf = (parts: readonly Told[], most: Most): readonly Range[] =>
  parts.map(within).map(({ low, high }, at) => ({ low, high: Math.min(high, most?.[at] ?? high) }))

const smallIn = (counts: readonly number[]): readonly number[] =>
  counts.flatMap((count, at) => (isSmall(count) ? [at] : []))

/** Whether the total may be told where no part is but that it is none: whether all are taken for small, or some are not. */
const isTotalSafe = (total: number, counts: readonly number[], most: Most): boolean => {
  const some = counts.flatMap((count, at) => (count > 0 ? [at] : []))
  const allSmall = counts.map((count) => within(count > 0 ? 'left-out' : 0))
  const asMayBe = allSmall.map(({ low, high }, at) => ({
    low,
    high: high === 0 ? 0 : (most?.[at] ?? Number.POSITIVE_INFINITY),
  }))
  const areSomeLarge = within(total).low > largestSmall * some.length
  return couldBeAny(total, asMayBe, some) && (areSomeLarge || couldBeAny(total, allSmall, some))
}

/** A column of counts and their sum as it is told. `of`: the column that its counts are parts of, as it is told. */
export const toldColumn = (counts: readonly number[], of?: Column): Column => {
  const parts = counts.map(told)
  const total = told(sum(counts))
  const most = of?.parts.map((part) =>
    part === 'left-out' ? Number.POSITIVE_INFINITY : within(part).high,
  )
  const isOfLeftOut = of !== undefined && isWhole(of)
  const small = smallIn(counts)
  const isFree = total === 'left-out' || couldBeAny(total, rangesOf(parts, most), small)
  if (!isOfLeftOut && isFree) return { parts, total }
  const none = parts.map((part): Told => (part === 0 ? 0 : 'left-out'))
  const isSafe = total !== 'left-out' && isTotalSafe(total, counts, most)
  return { parts: none, total: isSafe ? total : 'left-out' }
}

/** Whether it is told as a whole alone, if at all. */
const isWhole = ({ parts }: Column): boolean =>
  parts.every((part) => part === 'left-out' || part === 0)

/** A share in hundredths, of what is told alone; none where either is left out. */
export const shareOf = (part: Told, whole: Told): number | undefined =>
  part === 'left-out' || whole === 'left-out' || whole === 0
    ? undefined
    : Math.round((part / whole) * 100)
