import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { calendarDateSchema, instantSchema } from '../calendar/calendar-date.ts'
import { concernFlagNames } from '../codes/concern-flags.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { plainLines, plainText } from '../people/plain-text.ts'
import { consentSchema } from './consent.ts'
import { domesticAbuseSchema } from './domestic-abuse.ts'
import { namedChildSchema } from './named-child.ts'
import { subjectSchema } from './subject.ts'

/** Each line says what kind of statement it is, so that an opinion is never read as a fact. @see ADCS, June 2026 */
const narrativeLineSchema = z.strictObject({
  kind: z.enum(statementKinds),
  text: plainLines(1000),
})

const referrerSchema = z.strictObject({
  name: plainText(100),
  role: plainText(100),
  team: plainText(100).optional(),
  secureEmail: z.email().max(254),
  phone: plainText(20),
  outOfHours: plainText(200).optional(),
  workBase: plainText(200).optional(),
})

const earlierInvolvementSchema = z.strictObject({
  answer: z.enum(['YES', 'NO', 'UNKNOWN']),
  year: z.int().min(1950).max(2100).optional(),
  authority: plainText(100).optional(),
})

/** The fields of a concern, each by itself. @see {@link crossFieldRules} */
export const concernShape = z.strictObject({
  purpose: z.enum(['safeguarding', 'welfare', 'other']),
  harm: z.enum(harmLevels),
  subject: subjectSchema,
  children: z.array(namedChildSchema).max(12),
  whyChildrenUnknown: plainText(200).optional(),
  authority: authorityCodeSchema.meta({
    description: 'GSS code of the authority where the child lives or is found',
  }),
  childLocationNow: plainText(200).optional(),
  factors: z.array(z.enum(factorCodes)).min(1).max(20),
  flags: z.array(z.enum(concernFlagNames)).max(concernFlagNames.length).default([]),
  incidentOn: calendarDateSchema
    .optional()
    .meta({ description: 'Optional: neglect needs no incident' }),
  ongoingSince: calendarDateSchema.optional(),
  corrects: concernIdSchema.optional().meta({
    description:
      'An earlier concern of your own agency that this one corrects; it stays, and is shown as superseded',
  }),
  reason: plainText(500).meta({
    description: 'Why this is shared, in words that may be disclosed when little else is',
  }),
  narrative: z.array(narrativeLineSchema).min(1).max(20),
  protectiveFactors: plainLines(1000).optional(),
  childView: plainLines(500).optional(),
  consent: consentSchema.optional(),
  domesticAbuse: domesticAbuseSchema.optional(),
  keepConfidentialFrom: z
    .array(z.strictObject({ person: plainText(100), why: plainText(200) }))
    .max(5)
    .default([]),
  previousRemoval: earlierInvolvementSchema.default({ answer: 'UNKNOWN' }),
  previousProtectionPlan: earlierInvolvementSchema.default({ answer: 'UNKNOWN' }),
  previouslyLookedAfter: earlierInvolvementSchema.default({ answer: 'UNKNOWN' }),
  phoneCallMade: z.strictObject({ made: z.boolean(), at: instantSchema.optional() }).optional(),
  interpreter: plainText(100).optional(),
  referrer: referrerSchema,
})
export type ConcernFields = z.infer<typeof concernShape>
