import * as z from 'zod'

/** Whom to telephone: a role and never a person, who changes; and when somebody answers there. */
const contactSchema = z.object({
  role: z.string().min(1).max(80),
  telephone: z.string().regex(/^\+?\d[\d ]{2,18}\d$/, {
    error: 'a telephone number: digits and spaces, perhaps + before them',
  }),
  hours: z.string().min(1).max(80).optional(),
})

/** Whom whoever is woken by an alarm telephones, by day and when the office is closed. */
export const contactsSchema = z.object({
  officeHours: contactSchema.optional(),
  outOfHours: contactSchema.optional(),
})
export type Contact = z.infer<typeof contactSchema>
export type Contacts = z.infer<typeof contactsSchema>

/** Said of a lead, so that nobody waits in the night for one who does not come. */
export const noCover = 'NO_COVER'

/** A safeguarding lead: whom to telephone by day, and out of hours whom, or that nobody stands in. Nothing there: nobody has said. */
export const leadSchema = z.object({
  officeHours: contactSchema.optional(),
  outOfHours: z.union([contactSchema, z.literal(noCover)]).optional(),
})
export type Lead = z.infer<typeof leadSchema>
