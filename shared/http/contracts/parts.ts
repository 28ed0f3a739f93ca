import * as z from 'zod'

/** A list, a page at a time. */
export const limitAndCursor = z.strictObject({
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, { error: 'a number from 1 to 100' })
    .default('25'),
  cursor: z.string().max(1000).optional(),
})

/** A list of what waits or is closed, a page at a time. */
export const pageQuery = limitAndCursor.extend({
  state: z.enum(['open', 'closed']).default('open'),
})

export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/, { error: 'the ETag of the record as you read it, such as "1"' })
    .optional(),
})
