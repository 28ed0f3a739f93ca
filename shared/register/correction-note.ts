import * as z from 'zod'
import { plainLines } from '../people/plain-text.ts'

const shortestReason = 10

/** Why something recorded is said to be wrong: read by whoever opens the record, never put into the log. */
export const reasonSchema = plainLines(500).pipe(z.string().min(shortestReason))

/** That something was taken back of a record: by whom, when, which fields and why. */
export const correctionNoteSchema = z.strictObject({
  at: z.iso.datetime(),
  by: z.array(z.string()).min(1).max(2).meta({ description: 'Whoever said so; two for a lifting' }),
  fields: z.array(z.string()),
  reason: z.string(),
})
export type CorrectionNote = z.infer<typeof correctionNoteSchema>

/** Notes that one record keeps, the newest; the audit log keeps all. */
const mostNotes = 50

export const withNote = (
  notes: readonly CorrectionNote[],
  note: CorrectionNote,
): CorrectionNote[] => [note, ...notes].slice(0, mostNotes)
