import fc from 'fast-check'
import { type ConcernFlag, concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { matchBands } from '../../../shared/codes/match-bands.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { runs as runsOf } from '../../builders/runs.ts'

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
  childAgeMonths: fc.oneof(
    fc.constant(null),
    fc.constantFrom(119, 120, 191, 192),
    fc.nat({ max: 216 }),
  ),
  accumulationFires: fc.boolean(),
  threeInThree: fc.boolean(),
  recognisedLegitimateInterestInForce: fc.boolean(),
  underWatch: fc.boolean(),
  agreementInForce: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
})

export const withFlag = (facts: Facts, flag: ConcernFlag): Facts => ({
  ...facts,
  flags: [...facts.flags, flag],
})

/** Times the properties of decisions; the oracle in `quality` reads every combination. */
export const runs = runsOf(2_000)
