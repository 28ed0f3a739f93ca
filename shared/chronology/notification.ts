import * as z from 'zod'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import { eventOf } from '../concerns/event-of.ts'
import { isHighRisk } from '../concerns/high-risk.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { protects } from '../household/protects.ts'
import { childIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'

/**
 * One concern as the household remembers it: codes and dates, no words and nobody. `eventOn` is when it happened,
 * `recordedAt` when the hub learnt; `harm` is after the raises, which follow from what was sent;
 * `protects` and `isHighRisk` as sent. `corrects` an earlier concern of the same agency,
 * which no longer counts once the correction `counts`: shared by its own decision, so that
 * its authority can read it (policy §9.5). `isWithdrawn`: it counts for nothing any more, but what it protects stays protected.
 */
export const notificationSchema = z.strictObject({
  concernId: concernIdSchema,
  eventOn: z.iso.date(),
  statedOn: z.iso.date().optional(),
  recordedAt: z.iso.datetime(),
  agency: z.string(),
  agencyName: z.string(),
  /** Of whom it was, as sent, so that a concern sent again is known for one (F12). */
  stated: z.string(),
  factors: z.array(z.enum(factorCodes)),
  harm: z.enum(harmLevels),
  protects: z.boolean(),
  isHighRisk: z.boolean(),
  corrects: concernIdSchema.optional(),
  counts: z.boolean(),
  isWithdrawn: z.literal(true).optional(),
})
export type Notification = z.infer<typeof notificationSchema>

/** The head of a child's chronology: what may still be asked of the past, newest last. `version` guards each append. */
export const chronologySchema = z.strictObject({
  childId: childIdSchema,
  version: z.int().min(0),
  notifications: z.array(notificationSchema),
})
export type Chronology = z.infer<typeof chronologySchema>

/** The concern as the chronology of each joined child will remember it. */
export const notificationOf = (
  stored: StoredConcern,
  {
    stated,
    corrects,
    counts,
    harm,
  }: Pick<Notification, 'stated' | 'counts' | 'harm'> & Partial<Pick<Notification, 'corrects'>>,
): Notification => {
  const { concernId, concern, submittedBy, receivedAt } = stored
  const { eventOn, statedOn } = eventOf(concern, receivedAt)
  return {
    concernId,
    eventOn,
    ...present({ statedOn }),
    recordedAt: receivedAt,
    agency: submittedBy.agency,
    agencyName: submittedBy.agencyName,
    stated,
    factors: recordedFactors(concern),
    harm,
    protects: protects(stored),
    isHighRisk: isHighRisk(concern),
    ...present({ corrects }),
    counts,
  }
}
