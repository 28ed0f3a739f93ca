import * as z from 'zod'

/** One line of how a match was made: words of ours and bits, never a value. */
export const explanationLineSchema = z.strictObject({
  comparison: z.string(),
  level: z.string(),
  bits: z.number(),
})

/** Who an adult or a child of a concern is, as the model found or as people have settled since. */
export const matchRecordSchema = z.strictObject({
  band: z.enum(['CONFIRMED', 'POSSIBLE', 'MANY', 'NONE']),
  incomplete: z.boolean(),
  modelVersion: z.string(),
  confirmed: z.array(z.string()),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      weight: z.number(),
      posterior: z.number(),
      guards: z.array(z.string()),
      explanation: z.array(explanationLineSchema),
      /** What the reviewer of this register answered. */
      settled: z.enum(['same', 'other']).optional(),
    }),
  ),
})
export type MatchRecord = z.infer<typeof matchRecordSchema>
