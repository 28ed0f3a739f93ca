import * as z from 'zod'

/** How the queries of one kind about people of one culture came out. */
const countSchema = z.object({
  culture: z.string(),
  kind: z.string(),
  queries: z.number(),
  right: z.number(),
  wrong: z.number(),
  toPerson: z.number(),
  missed: z.number(),
})
export type Count = z.infer<typeof countSchema>

/** What was tried: so many people of each culture, beside others, asked for so often, each seed anew. */
export const fairnessResultSchema = z.object({
  seeds: z.array(z.number()),
  each: z.number(),
  background: z.number(),
  queries: z.number(),
  adults: z.array(countSchema),
  children: z.array(countSchema),
})
export type FairnessResult = z.infer<typeof fairnessResultSchema>
