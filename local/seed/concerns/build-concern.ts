import { type ConsentStatus, consentStatuses } from '../../../shared/codes/consent-statuses.ts'
import { isAtLeast } from '../../../shared/codes/harm-levels.ts'
import { daysFrom } from '../../people/calendar.ts'
import { practitionerOf } from '../practitioners.ts'
import type { ConcernInput } from '../seed-types.ts'
import type { ConcernSpec } from './concern-spec.ts'
import type { People } from './people-of.ts'

const halfAnHour = 30 * 60_000
const whyOverridden =
  'Weighed with our safeguarding lead: the children’s need outweighs the refusal.'

const isRefusal = (status: ConsentStatus | undefined): boolean =>
  status !== undefined && consentStatuses[status].isRefusal

const pregnancyOf = (expectedDateOfDelivery: string) => ({
  expectedDateOfDelivery,
  hospital: 'Westmarch Royal, maternity',
  midwife: 'Community midwives, Tannersford team',
})

/** The form as the practitioner would send it on this day. JSON leaves out whatever is not known. */
export const buildConcern = (
  spec: ConcernSpec,
  people: People,
  { today, turn }: { readonly today: Date; readonly turn: number },
): ConcernInput => {
  const { harm, role, birthInDays } = spec
  const isGrave = isAtLeast(harm, 'H3')
  const consent = spec.consent?.(today)
  return {
    purpose: 'safeguarding',
    harm,
    ...people,
    subject: {
      ...people.subject,
      ...(role !== undefined && { role }),
      ...(birthInDays !== undefined && { pregnancy: pregnancyOf(daysFrom(today, birthInDays)) }),
    },
    factors: [...spec.factors],
    incidentOn: daysFrom(today, -(spec.daysAgo ?? 1)),
    reason: spec.reason,
    narrative: [...spec.narrative],
    ...(consent !== undefined && { consent }),
    ...(harm === 'H2' && isRefusal(consent?.status) && { whyOverridden }),
    ...(isGrave && {
      phoneCallMade: { made: true, at: new Date(today.getTime() - halfAnHour).toISOString() },
    }),
    referrer: practitionerOf(spec.client, turn),
    ...spec.also,
  }
}
