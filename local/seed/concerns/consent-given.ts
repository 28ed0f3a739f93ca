import type { WhyNotSought } from '../../../shared/codes/why-not-sought.ts'
import { daysFrom } from '../../people/calendar.ts'
import type { ConcernInput } from '../seed-types.ts'

type ConsentInput = NonNullable<ConcernInput['consent']>

/** A consent block as it stands on the day, so that its dates lie just before it. */
export type ConsentOn = (today: Date) => ConsentInput

export const given =
  (whatWasAgreed: string, givenBy = 'the parent, in person'): ConsentOn =>
  (today) => ({
    status: 'GIVEN',
    whatWasAgreed,
    givenBy,
    decidedOn: daysFrom(today, -1),
    expiresOn: daysFrom(today, 180),
    parentAware: 'YES',
  })

export const refused =
  (parentView: string): ConsentOn =>
  (today) => ({ status: 'REFUSED', decidedOn: daysFrom(today, -1), parentAware: 'YES', parentView })

export const withdrawn =
  (parentView: string): ConsentOn =>
  (today) => ({
    status: 'WITHDRAWN',
    decidedOn: daysFrom(today, -2),
    parentAware: 'YES',
    parentView,
  })

export const notSought =
  (whyNotSought: WhyNotSought): ConsentOn =>
  () => ({ status: 'NOT_SOUGHT', whyNotSought, parentAware: 'NO' })

export const lacksCapacity =
  (capacityAssessor: string): ConsentOn =>
  (today) => ({
    status: 'LACKS_CAPACITY',
    capacityAssessor,
    capacityAssessedOn: daysFrom(today, -3),
    parentAware: 'UNKNOWN',
  })
