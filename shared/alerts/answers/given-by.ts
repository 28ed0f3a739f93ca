import type * as z from 'zod'
import type { Person } from '../../agencies/same-person.ts'
import { present } from '../../kernel/present.ts'
import type { answerSchema } from './outcome-schema.ts'

/** Who answered, through which sign-in, and when: as an alert keeps it. */
export const givenBy = ({
  person: { by, practitioner, isVouchedFor },
  now,
}: {
  readonly person: Person
  readonly now: Date
}): z.infer<typeof answerSchema> => ({
  by,
  ...present({ practitioner }),
  ...(isVouchedFor === true && { isVouchedFor: true as const }),
  at: now.toISOString(),
})
