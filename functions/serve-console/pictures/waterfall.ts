/** What one comparison adds to, or takes from, what there was before it. */
export type Weighed = {
  readonly comparison: string
  readonly level: string
  readonly bits: number
}
export type Bar = Weighed & {
  readonly total: number
  readonly x: number
  readonly width: number
  readonly y: number
}
export type Waterfall = {
  readonly width: number
  readonly height: number
  /** Where the odds are even. */
  readonly zero: number
  readonly bars: readonly Bar[]
}

const width = 380
const step = 38
const margin = 8

/** Bars that each begin where the one before ended, so that the last ends at the sum. What weighed nothing has none. */
export const waterfallOf = (lines: readonly Weighed[]): Waterfall => {
  const weighed = lines.filter(({ bits }) => bits !== 0)
  const totals: number[] = []
  for (const { bits } of weighed) totals.push((totals.at(-1) ?? 0) + bits)
  const [least, most] = [Math.min(0, ...totals), Math.max(0, ...totals)]
  const scale = (width - 2 * margin) / Math.max(1, most - least)
  const at = (total: number): number => margin + (total - least) * scale
  const bars = weighed.map((line, index) => {
    const total = totals[index] ?? 0
    const from = total - line.bits
    const [x, end] = [at(Math.min(from, total)), at(Math.max(from, total))]
    return { ...line, total, x: rounded(x), width: rounded(Math.max(2, end - x)), y: index * step }
  })
  return { width, height: weighed.length * step + 6, zero: rounded(at(0)), bars }
}

const rounded = (length: number): number => Math.round(length * 10) / 10
