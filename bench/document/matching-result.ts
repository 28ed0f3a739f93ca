import * as z from 'zod'

const bands = z.object({
  automatic: z.number(),
  wrong: z.number(),
  review: z.number(),
  missed: z.number(),
})

/** What both matchers reached on one set. `of` names the matcher. */
const resultSchema = z.object({
  of: z.enum(['hub', 'Splink 5']),
  completeness: z.number(),
  compared: z.number(),
  at99: z.object({ precision: z.number(), recall: z.number() }),
  bestF1: z.number(),
  withoutFalse: z.number(),
  bands: bands.optional(),
  threads: z.number(),
  /** The process from files to links. */
  wholeSeconds: z.number(),
  /** Finding and scoring, once everything is loaded and trained. */
  linkingSeconds: z.number(),
})
export type Result = z.infer<typeof resultSchema>

const rowSchema = z.object({
  name: z.string(),
  /** Absent where a file meets itself. */
  queries: z.number().optional(),
  results: z.array(resultSchema),
})
export type Row = z.infer<typeof rowSchema>

export const matchingResultSchema = z.object({ machine: z.string(), rows: z.array(rowSchema) })
export type MatchingResult = z.infer<typeof matchingResultSchema>
