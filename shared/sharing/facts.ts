import * as z from 'zod'
import { concernFlagNames } from '../codes/concern-flags.ts'
import { consentStatusNames } from '../codes/consent-statuses.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { matchBands } from '../codes/match-bands.ts'
import { whyNotSoughtReasons } from '../codes/why-not-sought.ts'

/**
 * Everything the policy may look at, and nothing that names a person: the same facts always give the same decision,
 * so a decision can be replayed from its record. Each null is an answer ("not stated"), therefore no key but the last two may be left out.
 */
export const factsSchema = z.strictObject({
  id: z.string(),
  purpose: z.enum(['safeguarding', 'welfare', 'other']),
  harm: z.enum(harmLevels),
  consent: z.enum(consentStatusNames).nullable(),
  whyNotSought: z.enum(whyNotSoughtReasons).nullable(),
  body: z.enum(['DUTY', 'OTHER']),
  dutyInForce: z.boolean(),
  match: z.enum(matchBands),
  flags: z.array(z.enum(concernFlagNames)),
  factors: z.array(z.enum(factorCodes)),
  childAgeMonths: z.int().min(0).nullable().meta({
    description: 'Of several children, one aged 120 to 191 months if there is one; null if unknown',
  }),
  accumulationFires: z.boolean(),
  threeInThree: z.boolean(),
  recognisedLegitimateInterestInForce: z.boolean(),
  /** With every authority that would be told; left out, it is taken to be so, for a check of the other rows. */
  agreementInForce: z.boolean().default(true),
  /** Closed by an authority within twelve months (F14): what comes next is not put aside unseen. */
  underWatch: z.boolean().default(false),
})
export type Facts = z.infer<typeof factsSchema>
