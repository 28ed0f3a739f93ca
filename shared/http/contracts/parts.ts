import * as z from 'zod'

/** How much of a list to give at once. */
export const limit = z
  .string()
  .regex(/^([1-9]\d?|100)$/, { error: 'a number from 1 to 100' })
  .default('25')

/** A list of what waits or is closed, a page at a time. */
export const pageQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  limit,
  cursor: z.string().max(1000).optional(),
})

export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/, { error: 'the ETag of the record as you read it, such as "1"' })
    .optional(),
})
