import * as z from 'zod'
import { concernFlagNames } from '../../codes/concern-flags.ts'
import { factorCodes } from '../../codes/factors.ts'
import { harmLevels } from '../../codes/harm-levels.ts'
import { statementKinds } from '../../codes/statement-kinds.ts'
import { subjectRoles } from '../../codes/subject-roles.ts'
import { adultRefSchema, personRefSchema } from '../../concerns/person-ref.ts'
import { addressSchema, personNameSchema } from '../../people/person.ts'
import { decisionSchema } from '../../sharing/decision.ts'
import { knownChildSchema } from './known-child.ts'
import { accumulatedSchema, earlierSchema } from './past-of-concern.ts'
import { careRuleIds, careRules } from './special-care.ts'

/** Why an authority is told. */
export const toldBecause = ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD'] as const

export const banners = [
  'PREVIOUS_REMOVAL',
  'PHONE_FIRST',
  'PROTECTED',
  'ASK_BEFORE_CONTACT',
  'UNKNOWN_FAMILY',
  'KNOWN_TO_ANOTHER_AUTHORITY',
  'INCOMPLETE',
  'CONSENT_INCOMPLETE',
  'LEADS_ONLY',
  'UNBORN',
  'UNDER_TWO',
  'CORRECTION',
  'WITHDRAWN_BY_SENDER',
] as const

const nameList = z.array(personNameSchema)

/** An adult as the sender named them. */
const toldAdultSchema = z.strictObject({
  person: adultRefSchema,
  names: nameList,
  dateOfBirth: z.string().optional(),
  sex: z.string().optional(),
  nhsNumbers: z.array(z.string()),
  relationshipToChild: z.string(),
  relationshipToSubject: z.string().optional(),
  parentalResponsibility: z.string(),
  contactLevel: z.string(),
  role: z.enum(subjectRoles).optional(),
  expectsChildOn: z.string().optional(),
})

/** A child as the sender named them, with how each adult stands to that child and who lives with whom. */
const toldChildSchema = z.strictObject({
  person: personRefSchema,
  name: personNameSchema.optional(),
  alsoKnownAs: nameList,
  dateOfBirth: z.string().optional(),
  expectedDateOfDelivery: z.string().optional(),
  ageYears: z.int().optional(),
  sex: z.string(),
  nhsNumber: z.string().optional(),
  relationships: z.array(
    z.strictObject({
      adult: personRefSchema,
      relationship: z.string(),
      livesWithChild: z.string(),
    }),
  ),
  firstLanguage: z.string().optional(),
})

/** Where one person of the concern is said to be, or how to reach them. */
const toldWhereaboutsSchema = z.strictObject({
  person: personRefSchema,
  addresses: z.array(addressSchema).optional(),
  phones: z.array(z.string()).optional(),
  emails: z.array(z.string()).optional(),
  /** Told in words: location now, school, surgery, hospital, refuge. */
  places: z.array(z.strictObject({ kind: z.string(), text: z.string() })).optional(),
})
export type ToldWhereabouts = z.infer<typeof toldWhereaboutsSchema>

/** What keeps people safe: told of every concern, however little else is. */
const safetySchema = z.strictObject({
  safeContact: z
    .strictObject({
      number: z.string().optional(),
      safeToCall: z.boolean(),
      times: z.string().optional(),
      notSafeToTalkTo: z.string().optional(),
    })
    .optional(),
  keepFrom: z.array(z.strictObject({ person: z.string(), why: z.string() })),
  dash: z.strictObject({ score: z.int().optional(), level: z.string() }).optional(),
  childPresent: z.string().optional(),
  maracReferred: z.boolean().optional(),
  maracOn: z.string().optional(),
  workerSafety: z.string().optional(),
  interpreter: z.string().optional(),
  conflict: z.strictObject({ who: z.string(), role: z.string() }).optional(),
})

const involvementSchema = z.strictObject({
  kind: z.enum(['previousRemoval', 'previousProtectionPlan', 'previouslyLookedAfter']),
  answer: z.string(),
  year: z.int().optional(),
  authority: z.string().optional(),
})

/**
 * Everything that an alert can say, before redaction; the same shape after it. `protected` names what was taken out, so
 * that an absence is never mistaken for "not known". Fields that may be absent are those that a redaction may take out.
 */
export const alertContentSchema = z.strictObject({
  harmSent: z.enum(harmLevels),
  harm: z.enum(harmLevels).meta({ description: 'After the raises' }),
  raisedBy: decisionSchema.shape.raisedBy,
  decision: decisionSchema.shape.decision,
  rule: decisionSchema.shape.rule,
  basis: decisionSchema.shape.basis,
  policyVersion: z.string(),
  why: z.array(z.enum(toldBecause)),
  alsoTold: z.array(z.string()).meta({ description: 'Names of other authorities that were told' }),
  tellParent: decisionSchema.shape.tellParent,
  flags: z.array(z.enum(concernFlagNames)),
  factors: z.array(z.enum(factorCodes)),
  banners: z.array(z.enum(banners)),
  care: z.array(z.enum(careRuleIds)).meta({
    description: `Rules that ask for special care. ${careRuleIds
      .map((rule) => `${rule}: ${careRules[rule].words}`)
      .join('. ')}`,
  }),
  event: z.strictObject({ on: z.iso.date(), isOngoing: z.boolean() }).meta({
    description: 'When it happened, or since when it goes on; else when the hub was told',
  }),
  joined: z.array(knownChildSchema).meta({ description: 'Known children of this authority' }),
  accumulation: accumulatedSchema,
  earlier: z.array(earlierSchema),
  reason: z.string(),
  adults: z.array(toldAdultSchema),
  children: z.array(toldChildSchema),
  safety: safetySchema,
  consent: z.strictObject({
    status: z.string().optional(),
    whyNotSought: z.string().optional(),
    whyOverridden: z.string().optional(),
    parentAware: z.string().optional(),
    parentView: z.string().optional(),
  }),
  phoneCall: z.strictObject({ made: z.boolean(), at: z.string().optional() }).optional(),
  ownReference: z.string().optional(),
  referrer: z.strictObject({
    agencyName: z.string(),
    name: z.string(),
    role: z.string(),
    team: z.string().optional(),
    secureEmail: z.string(),
    phone: z.string(),
    outOfHours: z.string().optional(),
  }),
  whereabouts: z.array(toldWhereaboutsSchema).optional(),
  homesElsewhere: z
    .array(
      z.strictObject({
        person: personRefSchema,
        authority: z.string().meta({ description: 'GSS code' }),
        name: z.string(),
      }),
    )
    .optional()
    .meta({
      description:
        'Addresses in `whereabouts` where children live and whose postcode lies in another authority than the one the sender named. It changes nobody who is told: ask where the child is',
    }),
  narrative: z.array(z.strictObject({ kind: z.enum(statementKinds), text: z.string() })).optional(),
  protectiveFactors: z.string().optional(),
  childView: z.string().optional(),
  whyChildrenUnknown: z.string().optional(),
  substances: z
    .array(z.strictObject({ what: z.string(), storedAtHome: z.string().optional() }))
    .optional(),
  disabilities: z.array(z.strictObject({ person: personRefSchema, text: z.string() })).optional(),
  involvement: z.array(involvementSchema).optional(),
  unread: z
    .array(
      z.strictObject({
        pointer: z.string(),
        written: z.string(),
        mustNotBeWrittenTo: z.literal(true).optional().meta({
          description:
            'A mailbox of the referrer’s that was not taken: it may be private. A number beside it may be rung',
        }),
      }),
    )
    .readonly()
    .optional()
    .meta({
      description:
        'What was sent and could not be understood, or not be relied on, as it was written. Write to no address that stands here',
    }),
  protected: z.array(z.string()),
})
export type AlertContent = z.infer<typeof alertContentSchema>
