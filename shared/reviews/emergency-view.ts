import * as z from 'zod'
import { present } from '../kernel/present.ts'
import { type EmergencyAccess, emergencyAccessSchema } from './emergency-access.ts'

const whoSchema = z.strictObject({
  clientId: z.string(),
  practitioner: z.string().optional().meta({ description: 'Work id' }),
})

/**
 * What a lead reads of it. The authority that asks sees what it said and did itself, and nothing that follows from whether the
 * object is there; its owner sees the rest too.
 */
export const emergencyViewSchema = emergencyAccessSchema
  .pick({
    accessId: true,
    object: true,
    justification: true,
    caseReference: true,
    purpose: true,
    authority: true,
    askedAt: true,
    state: true,
    dueAt: true,
  })
  .extend({
    asker: whoSchema,
    approved: z
      .strictObject({ by: whoSchema, at: z.iso.datetime(), endsAt: z.iso.datetime() })
      .optional(),
    verdict: emergencyAccessSchema.shape.review.unwrap().shape.verdict.optional(),
    ofOwner: z
      .strictObject({
        wasThere: z.boolean().meta({ description: 'Whether there was such an object to open' }),
        uses: z.int().min(0).meta({ description: 'How often it was read by this' }),
        lastUsedAt: z.iso.datetime().optional(),
        reason: z.string().optional().meta({ description: 'What the review said' }),
      })
      .optional()
      .meta({ description: 'For the lead of whoever holds the object alone' }),
  })
export type EmergencyView = z.infer<typeof emergencyViewSchema>

const whoOf = ({ by, practitioner }: EmergencyAccess['asker']): z.infer<typeof whoSchema> => ({
  clientId: by,
  ...present({ practitioner }),
})

const ofOwner = ({
  wasThere = false,
  uses,
  lastUsedAt,
  review,
}: EmergencyAccess): EmergencyView['ofOwner'] => ({
  wasThere,
  uses,
  ...present({ lastUsedAt, reason: review?.reason }),
})

export const emergencyView = (
  access: EmergencyAccess,
  { isOwner }: { readonly isOwner: boolean },
): EmergencyView => {
  const { approved, review } = access
  const { accessId, object, justification, caseReference, purpose } = access
  const { authority, askedAt, state, dueAt } = access
  return {
    ...{ accessId, object, justification, caseReference, purpose },
    ...{ authority, askedAt, state, dueAt },
    asker: whoOf(access.asker),
    ...(approved !== undefined && {
      approved: { by: whoOf(approved.person), at: approved.at, endsAt: approved.endsAt },
    }),
    ...present({ verdict: review?.verdict }),
    ...(isOwner && { ofOwner: ofOwner(access) }),
  }
}

/** What a list shows before one is opened. */
export const listedEmergencySchema = z.strictObject({
  accessId: emergencyAccessSchema.shape.accessId,
  kind: z.enum(['alert', 'chronology']),
  state: emergencyAccessSchema.shape.state,
  raisedAt: z.iso.datetime().meta({ description: 'When it was asked for' }),
  dueAt: z.iso.datetime().meta({ description: 'By when it must be approved, or reviewed' }),
})
export type ListedEmergency = z.infer<typeof listedEmergencySchema>
