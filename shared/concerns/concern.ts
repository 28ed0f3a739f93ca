import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { calendarDateSchema, instantSchema } from '../calendar/calendar-date.ts'
import { concernFlags } from '../codes/concern-flags.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { nhsNumberSchema } from '../people/nhs-number.ts'
import { partialDateSchema, personNameSchema, personShape } from '../people/person.ts'
import { plainLines, plainText } from '../people/plain-text.ts'
import { consentSchema } from './consent.ts'
import { domesticAbuseSchema } from './domestic-abuse.ts'

const subjectSchema = z
  .strictObject({
    ...personShape,
    relationshipToChild: z.enum([
      'MOTHER',
      'FATHER',
      'STEP_PARENT',
      'PARTNER_OF_PARENT',
      'GRANDPARENT',
      'OTHER_RELATIVE',
      'OTHER',
      'UNKNOWN',
    ]),
    parentalResponsibility: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
    contactLevel: z.enum(['NONE', 'OCCASIONAL', 'WEEKLY', 'OVERNIGHT', 'RESIDENT', 'UNKNOWN']),
  })
  .refine((subject) => subject.dateOfBirth !== undefined || subject.addresses.length > 0, {
    error: 'give a date of birth or an address, so that the person can be told from others',
    path: ['dateOfBirth'],
  })

/** A child as the referrer knows them. @see CIN census rule 8525: exactly one of date of birth and expected date */
export const namedChildSchema = z
  .strictObject({
    name: personNameSchema.optional(),
    dateOfBirth: partialDateSchema.optional(),
    expectedDateOfDelivery: calendarDateSchema.optional(),
    sex: z.enum(['M', 'F', 'U']).default('U'),
    nhsNumber: nhsNumberSchema.optional(),
    livesWithSubject: z.enum(['YES', 'NO', 'UNKNOWN']).default('UNKNOWN'),
  })
  .refine(
    (child) => child.dateOfBirth === undefined || child.expectedDateOfDelivery === undefined,
    {
      error: 'give a date of birth or an expected date of delivery, not both',
      path: ['expectedDateOfDelivery'],
    },
  )
  .refine((child) => child.expectedDateOfDelivery === undefined || child.sex === 'U', {
    error: 'the sex of an unborn child is U',
    path: ['sex'],
  })

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

const historySchema = z.strictObject({
  answer: z.enum(['YES', 'NO', 'UNKNOWN']),
  year: z.int().min(1950).max(2100).optional(),
  authority: plainText(100).optional(),
})

const concernShape = z.strictObject({
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
  flags: z.array(z.enum(concernFlags)).max(concernFlags.length).default([]),
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
  previousRemoval: historySchema.default({ answer: 'UNKNOWN' }),
  previousProtectionPlan: historySchema.default({ answer: 'UNKNOWN' }),
  previouslyLookedAfter: historySchema.default({ answer: 'UNKNOWN' }),
  phoneCallMade: z.strictObject({ made: z.boolean(), at: instantSchema.optional() }).optional(),
  interpreter: plainText(100).optional(),
  referrer: referrerSchema,
})

/** What no single field can say: each rule names the field to mend and what is expected there. */
const crossFieldRules: readonly {
  readonly path: string
  readonly expected: string
  readonly holds: (concern: z.infer<typeof concernShape>) => boolean
}[] = [
  {
    path: 'whyChildrenUnknown',
    expected: 'name the children, or say why they are not known',
    holds: ({ children, whyChildrenUnknown }) =>
      children.length > 0 || whyChildrenUnknown !== undefined,
  },
  {
    path: 'factors',
    expected: '21 (none identified) cannot be combined with others (CIN rule 8869)',
    holds: ({ factors }) => !factors.includes('21') || factors.length === 1,
  },
  {
    path: 'domesticAbuse',
    expected: 'needed with a factor 3A, 3B or 3C',
    holds: ({ factors, domesticAbuse }) =>
      domesticAbuse !== undefined || !factors.some((factor) => factor.startsWith('3')),
  },
  {
    path: 'children',
    expected: 'the flag UNBORN needs a child with an expected date of delivery',
    holds: ({ flags, children }) =>
      !flags.includes('UNBORN') ||
      children.some((child) => child.expectedDateOfDelivery !== undefined),
  },
  {
    path: 'phoneCallMade',
    expected: 'needed at H3 and H4: say whether children’s social care was telephoned',
    holds: ({ harm, phoneCallMade }) =>
      phoneCallMade !== undefined || (harm !== 'H3' && harm !== 'H4'),
  },
]

/** A concern as an adult service sends it. Strict: a field the hub does not know is refused, so nothing arrives unseen. */
export const concernSchema = concernShape
  .superRefine((concern, context) => {
    for (const { path, expected, holds } of crossFieldRules)
      if (!holds(concern)) context.addIssue({ code: 'custom', path: [path], message: expected })
  })
  .meta({ id: 'Concern' })
export type Concern = z.infer<typeof concernSchema>
