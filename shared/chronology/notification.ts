import * as z from 'zod'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import { eventOf } from '../concerns/event-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type AdultId, adultIdSchema, childIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'

/**
 * One concern as accumulation (F3) remembers it. `eventOn` is when it happened, `recordedAt` when the hub learnt; `adultIds`
 * whom it is about; `corrects` an earlier concern of the same agency, which then no longer counts.
 */
export const notificationSchema = z.strictObject({
  concernId: concernIdSchema,
  eventOn: z.iso.date(),
  statedOn: z.iso.date().optional(),
  recordedAt: z.iso.datetime(),
  agency: z.string(),
  agencyName: z.string(),
  adultIds: z.array(adultIdSchema),
  factors: z.array(z.enum(factorCodes)),
  harm: z.enum(harmLevels),
  corrects: concernIdSchema.optional(),
})
export type Notification = z.infer<typeof notificationSchema>

/** The head of a child's chronology: what accumulation may still ask of, newest last. `version` guards each append. */
export const chronologySchema = z.strictObject({
  childId: childIdSchema,
  version: z.int().min(0),
  notifications: z.array(notificationSchema),
})
export type Chronology = z.infer<typeof chronologySchema>

/** The concern as the chronology of each matched child will remember it. */
export const notificationOf = (
  { concernId, concern, submittedBy, receivedAt }: StoredConcern,
  adultIds: readonly AdultId[],
  corrects: Notification['corrects'],
): Notification => {
  const { eventOn, statedOn } = eventOf(concern, receivedAt)
  return {
    concernId,
    eventOn,
    ...present({ statedOn }),
    recordedAt: receivedAt,
    agency: submittedBy.agency,
    agencyName: submittedBy.agencyName,
    adultIds: [...adultIds],
    factors: recordedFactors(concern),
    harm: concern.harm,
    ...present({ corrects }),
  }
}
