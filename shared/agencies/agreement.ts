import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { monthsBetween } from '../calendar/months.ts'
import { authorityCodeSchema } from './authorities.ts'

/**
 * What a service and an authority have agreed: for which purposes the one may tell the other, from when until when, and
 * when somebody last looked whether it still holds. Days are ISO dates in London. `version` counts changes from 1.
 */
export const agreementSchema = z.strictObject({
  agency: z.string().min(1).max(100),
  authority: authorityCodeSchema,
  version: z.int().min(1),
  purposes: z.array(z.enum(['safeguarding', 'welfare', 'other'])).min(1),
  isCommissioned: z.boolean().default(false).meta({
    description:
      'The service works under contract of a body of s.11, so that the duty to share binds it too (s.16LA(4)(c))',
  }),
  from: calendarDateSchema,
  until: calendarDateSchema,
  reviewedOn: calendarDateSchema,
  revokedOn: calendarDateSchema.optional(),
})
export type Agreement = z.infer<typeof agreementSchema>

/** By what an agreement is named in the log: whose with whom, and which version of it. */
export const agreementId = ({
  agency,
  authority,
  version,
}: Pick<Agreement, 'agency' | 'authority' | 'version'>): string =>
  `${agency}/${authority}/${version}`

/** Why an agreement does or does not carry a disclosure. */
export const standings = [
  'in-force',
  'none',
  'not-yet',
  'ended',
  'revoked',
  'stale',
  'other-purpose',
] as const
export type Standing = (typeof standings)[number]

/** Months after which an agreement that nobody has looked at is stale, and no longer relied on. */
const freshMonths = 12

type Question = { readonly purpose: string; readonly today: string }

/** Read from the top: the first that holds. */
const tests: readonly (readonly [
  Standing,
  (agreement: Agreement, question: Question) => boolean,
])[] = [
  ['revoked', ({ revokedOn }, { today }) => revokedOn !== undefined && revokedOn <= today],
  ['not-yet', ({ from }, { today }) => today < from],
  ['ended', ({ until }, { today }) => until < today],
  ['stale', ({ reviewedOn }, { today }) => monthsBetween(reviewedOn, today) >= freshMonths],
  ['other-purpose', ({ purposes }, { purpose }) => !purposes.some((one) => one === purpose)],
]

/** How an agreement stands on a day for a purpose; the day it is revoked is the first without it. */
export const standingOf = (agreement: Agreement | undefined, question: Question): Standing => {
  if (agreement === undefined) return 'none'
  return tests.find(([, holds]) => holds(agreement, question))?.[0] ?? 'in-force'
}
