import * as z from 'zod'
import { type ConcernId, changeIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { consentSchema } from './consent.ts'

/** What a service says of consent after it sent a concern: the status at least. */
export const changedConsentSchema = consentSchema.required({ status: true })
export type ChangedConsent = z.infer<typeof changedConsentSchema>

/**
 * A change of consent, kept beside the concern and never altered. Ids sort by time: of two changes
 * the later one stands, in whichever order they are applied.
 */
export const consentChangeSchema = z.strictObject({
  changeId: changeIdSchema,
  concernId: concernIdSchema,
  consent: changedConsentSchema,
  recordedAt: z.iso.datetime(),
  by: z.string(),
})
export type ConsentChange = z.infer<typeof consentChangeSchema>

/** Where a change is found. */
export type ConsentChangeRef = { readonly concernId: ConcernId; readonly changeId: string }
