/** A bar with what it counts; too few to be told has none. */
export type Bar = {
  readonly name: string
  readonly count: number | 'few'
  readonly y: number
  readonly width: number
}
export type Bars = {
  readonly width: number
  readonly height: number
  readonly bars: readonly Bar[]
}

const width = 380
const step = 44
/** Room for the number behind the longest. */
const room = 60

/** Horizontal bars under their names, the longest as wide as there is room. */
export const barsOf = (
  rows: readonly { readonly name: string; readonly count: number | 'few' }[],
): Bars => {
  const most = Math.max(1, ...rows.flatMap(({ count }) => (count === 'few' ? [] : [count])))
  return {
    width,
    height: rows.length * step + 4,
    bars: rows.map(({ name, count }, at) => ({
      name,
      count,
      y: at * step,
      width: count === 'few' ? 0 : Math.round((count / most) * (width - room)),
    })),
  }
}
