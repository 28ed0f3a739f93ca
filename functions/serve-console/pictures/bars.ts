/** A bar with what stands behind it; where there is nothing to draw it has no width. */
export type Bar = {
  readonly name: string
  readonly said: string
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
/** Room for what stands behind the longest. */
const room = 60

type Row = { readonly name: string; readonly said: string; readonly size: number }

/** Horizontal bars under their names; the longest, or one of `most`, as wide as there is room. */
export const barsOf = (rows: readonly Row[], most?: number): Bars => {
  const longest = most ?? Math.max(1, ...rows.map(({ size }) => size))
  return {
    width,
    height: rows.length * step + 4,
    bars: rows.map(({ name, said, size }, at) => ({
      name,
      said,
      y: at * step,
      width: Math.round((size / longest) * (width - room)),
    })),
  }
}
