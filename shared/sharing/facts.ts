import * as z from 'zod'
import { concernFlagNames } from '../codes/concern-flags.ts'
import { consentStatusNames } from '../codes/consent-statuses.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { matchBands } from '../codes/match-bands.ts'
import { openStatusNames } from '../codes/open-statuses.ts'
import { subjectRoles } from '../codes/subject-roles.ts'
import { whyNotSoughtReasons } from '../codes/why-not-sought.ts'

/** What follows from the form alone; consent is as it stands, so that a change of it counts. */
const sentShape = {
  id: z.string(),
  purpose: z.enum(['safeguarding', 'welfare', 'other']),
  harm: z.enum(harmLevels),
  consent: z.enum(consentStatusNames).nullable(),
  whyNotSought: z.enum(whyNotSoughtReasons).nullable(),
  body: z.enum(['DUTY', 'OTHER']),
  dutyInForce: z.boolean(),
  flags: z.array(z.enum(concernFlagNames)),
  factors: z.array(z.enum(factorCodes)),
  subjectRole: z.enum(subjectRoles).nullable(),
  recognisedLegitimateInterestInForce: z.boolean(),
} as const

/** What is known of the people of the concern, of their household and of its past. */
const knownShape = {
  match: z.enum(matchBands),
  openStatus: z.enum(openStatusNames).nullable(),
  youngestMonths: z.int().min(-1).nullable().meta({
    description: 'Of the joined and the named children; -1 is unborn, null unknown',
  }),
  anyAdolescent: z.boolean(),
  combination: z.boolean(),
  threeInThree: z.boolean(),
  underWatch: z.boolean(),
  knownRemoval: z.boolean(),
  highRisk: z.boolean(),
  protectedHousehold: z.boolean(),
} as const

/**
 * Everything the policy may look at, and nothing that names a person: the same facts always give the same decision, so
 * that a decision can be replayed from its record. Each null is an answer ("none", "not stated"), therefore no key may
 * be left out.
 */
export const factsSchema = z.strictObject({ ...sentShape, ...knownShape })
export type Facts = z.infer<typeof factsSchema>

/** The part of the facts that any sender can know. */
export type SentFacts = z.infer<z.ZodObject<typeof sentShape>>
export type KnownFacts = z.infer<z.ZodObject<typeof knownShape>>

/** Nothing known of anybody: read with these, a decision follows from what was sent alone. */
export const nothingKnown: KnownFacts = {
  match: 'NONE',
  openStatus: null,
  youngestMonths: null,
  anyAdolescent: false,
  combination: false,
  threeInThree: false,
  underWatch: false,
  knownRemoval: false,
  highRisk: false,
  protectedHousehold: false,
}
