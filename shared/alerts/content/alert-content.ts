import * as z from 'zod'
import { factorCodes } from '../../codes/factors.ts'
import { harmLevels } from '../../codes/harm-levels.ts'
import { childIdSchema } from '../../kernel/ids.ts'
import { addressSchema, personNameSchema } from '../../people/person.ts'
import { accumulatedSchema, earlierSchema } from './past-of-concern.ts'
import { careRuleIds, careRules } from './special-care.ts'

/**
 * What an alert can hold before redaction. What a recipient reads is this, passed through `redact` once.
 * `protected` replaces what was dropped, so that an absence is never mistaken for "not known".
 */
export const alertContentSchema = z.strictObject({
  harm: z.enum(harmLevels),
  factors: z.array(z.enum(factorCodes)),
  reason: z.string(),
  tellParent: z.enum(['yes', 'no', 'safe-contact-only']),
  banners: z.array(
    z.enum([
      'PREVIOUS_REMOVAL',
      'PHONE_FIRST',
      'PROTECTED_ADDRESS',
      'UNMATCHED',
      'CONSENT_INCOMPLETE',
      'UNBORN',
      'UNDER_TWO',
      'CORRECTION',
    ]),
  ),
  children: z.array(z.strictObject({ childId: childIdSchema, relationship: z.string() })),
  care: z.array(z.enum(careRuleIds)).meta({
    description: `Rules that ask for special care. ${careRuleIds
      .map((rule) => `${rule}: ${careRules[rule].words}`)
      .join('. ')}`,
  }),
  accumulation: accumulatedSchema,
  earlier: z.array(earlierSchema),
  event: z.strictObject({ on: z.iso.date(), isOngoing: z.boolean() }).optional().meta({
    description: 'When it happened, or since when it goes on; else when the hub was told',
  }),
  subject: z
    .strictObject({
      names: z.array(personNameSchema),
      dateOfBirth: z.string().optional(),
      sex: z.enum(['M', 'F', 'U']).optional(),
      nhsNumbers: z.array(z.string()),
      relationshipToChild: z.string(),
      contactLevel: z.string(),
      parentalResponsibility: z.string(),
    })
    .optional(),
  childrenNamed: z
    .array(
      z.strictObject({
        name: personNameSchema.optional(),
        dateOfBirth: z.string().optional(),
        expectedDateOfDelivery: z.string().optional(),
        sex: z.string(),
      }),
    )
    .optional(),
  addresses: z.array(addressSchema).optional(),
  phones: z.array(z.string()).optional(),
  emails: z.array(z.string()).optional(),
  childLocationNow: z.string().optional(),
  narrative: z
    .array(z.strictObject({ kind: z.enum(['FACT', 'OPINION', 'REPORTED']), text: z.string() }))
    .optional(),
  protectiveFactors: z.string().optional(),
  childView: z.string().optional(),
  parentView: z.string().optional(),
  consentStatus: z.string().optional(),
  keepConfidentialFrom: z.array(z.strictObject({ person: z.string(), why: z.string() })).optional(),
  safeContact: z
    .strictObject({
      number: z.string().optional(),
      safeToCall: z.boolean(),
      times: z.string().optional(),
      notSafeToTalkTo: z.string().optional(),
    })
    .optional(),
  domesticAbuse: z
    .strictObject({
      role: z.string(),
      childPresent: z.string(),
      dashLevel: z.string().optional(),
      maracReferred: z.boolean(),
    })
    .optional(),
  referrer: z.strictObject({
    agencyName: z.string(),
    name: z.string(),
    role: z.string(),
    secureEmail: z.string(),
    phone: z.string(),
    outOfHours: z.string().optional(),
  }),
  referrerWorkBase: z.string().optional(),
  protected: z.array(z.string()),
})
export type AlertContent = z.infer<typeof alertContentSchema>
