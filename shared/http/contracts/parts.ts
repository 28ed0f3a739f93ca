import * as z from 'zod'
import { localIdSchema } from '../../kernel/ids.ts'

/** How much of a list to give at once. */
export const limit = z
  .string()
  .regex(/^([1-9]\d?|100)$/, { error: 'a number from 1 to 100' })
  .default('25')

/** A list, a page at a time. */
export const limitAndCursor = z.strictObject({ limit, cursor: z.string().max(1000).optional() })

/** A list of what waits or is closed, a page at a time. */
export const pageQuery = limitAndCursor.extend({
  state: z.enum(['open', 'closed']).default('open'),
})

/** That a list has entries which the hub holds and cannot read now. */
export const unreadable = z.int().min(1).optional().meta({
  description:
    'How many entries of this page are there and cannot be read: the hub’s keepers have been told; absent where none',
})

export const ifMatch = z.object({
  'if-match': z
    .string()
    .regex(/^(?:W\/)?"\d{1,9}"$/, { error: 'the ETag of the record as you read it, such as "1"' })
    .optional(),
})

/** For what somebody may look up a person. */
export const casePurposes = ['safeguarding', 'welfare'] as const

/** In which case, and for what, somebody asks about a child outside an alert; it stands in the log. */
export const caseHeaders = z.object({
  'hub-case-reference': localIdSchema
    .refine((reference) => /\d/.test(reference), {
      error: 'a reference of yours, which holds a digit: never a name',
    })
    .meta({
      description:
        'Your own reference of the case in which you ask; it stands in the log. Never a name: it holds a digit',
    }),
  'hub-purpose': z.enum(casePurposes).meta({ description: 'For what you ask' }),
})
