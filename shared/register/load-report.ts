import * as z from 'zod'

const count = z.int().min(0).max(1_000_000_000)

/** What was wrong in the files of a load, in numbers alone: it names nobody. */
export const loadReportSchema = z.strictObject({
  /** Rows that the files hold. */
  rows: count,
  records: z.strictObject({ loaded: count, refused: count, leftOut: count, purged: count }),
  /** By code, in how many rows; open, for a later release finds what this one has no name for. */
  flaws: z.array(z.strictObject({ code: z.string().max(40), rows: count })).max(200),
})
export type LoadReportKept = z.infer<typeof loadReportSchema>
