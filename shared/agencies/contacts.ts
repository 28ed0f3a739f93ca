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
export type Contacts = z.infer<typeof contactsSchema>
