import * as z from 'zod'
import { statedAuthoritySchema } from '../agencies/stated-authority.ts'
import { calendarDateSchema, instantSchema } from '../calendar/calendar-date.ts'
import { yesNoUnknown } from '../codes/adult-codes.ts'
import { concernFlagNames } from '../codes/concern-flags.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { emailSchema } from '../people/person.ts'
import { plainLines, plainText } from '../people/plain-text.ts'
import { otherAdultSchema, subjectSchema } from './adults.ts'
import { consentSchema } from './consent.ts'
import { domesticAbuseSchema } from './domestic-abuse.ts'
import { namedChildSchema } from './named-child.ts'
import { mostChildren, mostOtherAdults } from './person-ref.ts'

/** Each line says what kind of statement it is, so that an opinion is never read as a fact. @see ADCS, June 2026 */
const narrativeLineSchema = z.strictObject({
  kind: z.enum(statementKinds),
  text: plainLines(1000),
})

const referrerSchema = z.strictObject({
  name: plainText(100),
  role: plainText(100),
  team: plainText(100).optional(),
  secureEmail: emailSchema.meta({
    description:
      'A work address. Where your service has registered mail domains with the hub it is of one of these, or it is to be mended; at H3 and H4 the concern is taken without it',
  }),
  phone: plainText(20),
  outOfHours: plainLines(200).optional(),
  workBase: plainText(200).optional(),
})

const earlierInvolvementSchema = z.strictObject({
  answer: z.enum(yesNoUnknown),
  year: z.int().min(1950).max(2100).optional(),
  authority: plainText(100).optional(),
})

const substanceSchema = z.strictObject({
  what: plainText(100),
  storedAtHome: plainLines(200).optional().meta({ description: 'How, and out of whose reach' }),
})

/** The fields of a concern, each by itself. @see {@link gaps} and {@link contradictionsIn} for what no single field can say */
export const concernShape = z.strictObject({
  purpose: z.enum(['safeguarding', 'welfare', 'other']),
  harm: z.enum(harmLevels),
  subject: subjectSchema,
  otherAdults: z.array(otherAdultSchema).max(mostOtherAdults).default([]),
  children: z.array(namedChildSchema).max(mostChildren),
  whyChildrenUnknown: plainLines(200).optional(),
  authority: statedAuthoritySchema,
  childLocationNow: plainLines(200).optional(),
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
  ownReference: plainText(100).optional().meta({ description: 'Your own, to find it again' }),
  reason: plainLines(500).meta({
    description: 'Why this is shared, in words that may be disclosed when little else is',
  }),
  narrative: z.array(narrativeLineSchema).min(1).max(20),
  protectiveFactors: plainLines(1000).optional(),
  childView: plainLines(500).optional(),
  consent: consentSchema.optional(),
  whyOverridden: plainLines(500).optional().meta({
    description: 'Why this is sent against a refusal; needed at H2 with REFUSED or WITHDRAWN',
  }),
  domesticAbuse: domesticAbuseSchema.optional(),
  conflict: z
    .strictObject({ who: plainText(100), role: plainText(100) })
    .optional()
    .meta({ description: 'Whom to keep out, with the flag STAFF_CONFLICT' }),
  keepConfidentialFrom: z
    .array(z.strictObject({ person: plainText(100), why: plainLines(200) }))
    .max(5)
    .default([]),
  workerSafety: plainLines(500).optional().meta({ description: 'What a visitor must know' }),
  substances: z.array(substanceSchema).max(10).default([]),
  previousRemoval: earlierInvolvementSchema.default({ answer: 'UNKNOWN' }),
  previousProtectionPlan: earlierInvolvementSchema.default({ answer: 'UNKNOWN' }),
  previouslyLookedAfter: earlierInvolvementSchema.default({ answer: 'UNKNOWN' }),
  phoneCallMade: z.strictObject({ made: z.boolean(), at: instantSchema.optional() }).optional(),
  interpreter: plainText(100).optional(),
  referrer: referrerSchema,
})
