import { isAtLeast } from '../../../shared/codes/harm-levels.ts'
import { daysFrom } from '../../people/calendar.ts'
import { practitionerOf } from '../practitioners.ts'
import type { ConcernInput } from '../seed-types.ts'
import type { ConcernSpec } from './concern-spec.ts'
import type { People } from './people-of.ts'

const halfAnHour = 30 * 60_000

/** The form as the practitioner would send it on this day. JSON leaves out whatever is not known. */
export const buildConcern = (
  spec: ConcernSpec,
  people: People,
  { today, turn }: { readonly today: Date; readonly turn: number },
): ConcernInput => {
  const { harm, consent } = spec
  const isGrave = isAtLeast(harm, 'H3')
  return {
    purpose: 'safeguarding',
    harm,
    ...people,
    factors: [...spec.factors],
    incidentOn: daysFrom(today, -(spec.daysAgo ?? 1)),
    reason: spec.reason,
    narrative: [...spec.narrative],
    ...(consent !== undefined && { consent: consent(today) }),
    ...(isGrave && {
      phoneCallMade: { made: true, at: new Date(today.getTime() - halfAnHour).toISOString() },
    }),
    referrer: practitionerOf(spec.client, turn),
    ...spec.also,
  }
}
