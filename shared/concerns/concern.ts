import * as z from 'zod'
import { sentAuthoritySchema } from '../agencies/stated-authority.ts'
import { otherAdultSchema, subjectSchema } from './adults.ts'
import { concernShape } from './concern-shape.ts'
import { keptDomesticAbuseSchema } from './domestic-abuse.ts'

/** A concern as an adult service sends it. Strict: a field the hub does not know is refused, so nothing arrives unseen. */
export const concernSchema = concernShape

/** As a client may send it: under a code of yesterday too. @see takeConcern */
export const sentConcernSchema = concernShape
  .extend({ authority: sentAuthoritySchema })
  .meta({ id: 'Concern' })

/** Stands for what nobody said where a text cannot be missing. */
export const notGiven = 'Not given.'

const { names, relationshipToChild, contactLevel } = subjectSchema.shape
const sent = concernShape.shape
const { name, role, phone } = sent.referrer.shape

/**
 * A concern as it is kept. A grave one is taken whatever it lacks, so each part that must be sent may be missing here:
 * an empty list, UNKNOWN, or {@link notGiven} stands for it.
 */
export const keptConcernSchema = concernShape.extend({
  purpose: sent.purpose.default('safeguarding'),
  subject: subjectSchema
    .extend({
      names: z.array(names.element).max(8).default([]),
      relationshipToChild: relationshipToChild.default('UNKNOWN'),
      contactLevel: contactLevel.default('UNKNOWN'),
    })
    .prefault({}),
  otherAdults: z
    .array(otherAdultSchema.extend({ names: z.array(names.element).max(8).default([]) }))
    .max(8)
    .default([]),
  children: sent.children.default([]),
  authority: sent.authority.default('UNKNOWN'),
  factors: z.array(sent.factors.element).max(20).default([]),
  reason: sent.reason.default(notGiven),
  narrative: z.array(sent.narrative.element).max(20).default([]),
  domesticAbuse: keptDomesticAbuseSchema.optional(),
  referrer: sent.referrer
    .extend({
      name: name.default(notGiven),
      role: role.default(notGiven),
      secureEmail: z
        .union([sent.referrer.shape.secureEmail, z.literal(notGiven)])
        .default(notGiven),
      phone: phone.default(notGiven),
    })
    .prefault({}),
})
export type Concern = z.infer<typeof keptConcernSchema>
