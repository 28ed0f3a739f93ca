import fc from 'fast-check'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { matchBands } from '../../../shared/codes/match-bands.ts'
import { openStatusNames } from '../../../shared/codes/open-statuses.ts'
import { subjectRoles } from '../../../shared/codes/subject-roles.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import { runs as runsOf } from '../../builders/runs.ts'

/** So that families of whom nothing is known are met too. */
const seldom = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true))

/** Any facts that the schema takes, the awkward ones included: reasons beside any status, 21 beside others. */
export const anyFacts = fc.record({
  id: fc.string({ maxLength: 8 }),
  purpose: fc.constantFrom('safeguarding' as const, 'welfare' as const, 'other' as const),
  harm: fc.constantFrom(...harmLevels),
  consent: fc.constantFrom(...consentStatusNames, null),
  whyNotSought: fc.constantFrom(...whyNotSoughtReasons, null),
  body: fc.constantFrom('DUTY' as const, 'OTHER' as const),
  dutyInForce: fc.boolean(),
  match: fc.constantFrom(...matchBands),
  flags: fc.subarray([...concernFlagNames], { maxLength: 4 }),
  factors: fc.subarray([...factorCodes], { maxLength: 4 }),
  openStatus: fc.constantFrom(...openStatusNames, null),
  youngestMonths: fc.oneof(
    fc.constantFrom(null, -1, 23, 24, 119, 120, 191, 192),
    fc.integer({ min: -1, max: 216 }),
  ),
  anyAdolescent: fc.boolean(),
  combination: seldom,
  threeInThree: seldom,
  underWatch: seldom,
  knownRemoval: seldom,
  highRisk: seldom,
  protectedHousehold: fc.boolean(),
  subjectRole: fc.constantFrom(...subjectRoles, null),
  recognisedLegitimateInterestInForce: fc.boolean(),
})

/** Times the properties of decisions; the oracle in `quality` reads every combination. */
export const runs = runsOf(2_000)
