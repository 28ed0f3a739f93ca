import * as z from 'zod'
import { contactsSchema } from '../../shared/agencies/contacts.ts'

/** What a deployment tells the console of itself, taken from the stage's file: names and numbers to show, and who may be what. */
export const settingsSchema = z.object({
  agencies: z.array(z.object({ key: z.string(), name: z.string() })),
  authorities: z.array(
    z.object({
      code: z.string(),
      key: z.string(),
      name: z.string(),
      contacts: contactsSchema.optional(),
    }),
  ),
  /** By which claims of the identity provider a person is known, and what each value of `positions` makes of them. */
  claims: z.object({ workId: z.string(), name: z.string(), positions: z.string() }),
  positions: z.record(
    z.string(),
    z.object({ role: z.string(), organisation: z.string().default('') }),
  ),
  /** What everybody is told: that the console takes nothing just now, or that all of it comes late. */
  state: z.enum(['closed', 'behind']).optional(),
  /** What may be chosen beside English. */
  languages: z.array(z.enum(['cy'])).default([]),
})
export type Settings = z.infer<typeof settingsSchema>
