import * as z from 'zod'
import { type ConcernId, changeIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { consentSchema } from './consent.ts'

/** What a service says of consent after it sent a concern: the status at least. */
export const changedConsentSchema = consentSchema.required({ status: true })
export type ChangedConsent = z.infer<typeof changedConsentSchema>

/**
 * A change of consent, kept beside the concern and never altered. Of two changes the one that was accepted later stands, in
 * whichever order they are applied. `changeNumber` counts those of a concern from 1, in the transactions that accept them:
 * an id holds what a clock said, and no two clocks are one. The release before wrote none.
 */
export const consentChangeSchema = z.strictObject({
  changeId: changeIdSchema,
  changeNumber: z.int().min(1).optional(),
  concernId: concernIdSchema,
  consent: changedConsentSchema,
  recordedAt: z.iso.datetime(),
  by: z.string(),
})
export type ConsentChange = z.infer<typeof consentChangeSchema>

type Accepted = Pick<ConsentChange, 'changeId' | 'changeNumber'>

/** Whether one change was accepted after the other, or is it. One without a number was accepted before all that have one. */
export const isAsLate = (one: Accepted, other: Accepted): boolean => {
  const [number, before] = [one.changeNumber ?? 0, other.changeNumber ?? 0]
  return number === before ? one.changeId >= other.changeId : number > before
}

/** Where a change is found. */
export type ConsentChangeRef = { readonly concernId: ConcernId; readonly changeId: string }
