import * as z from 'zod'
import { type ConcernId, changeIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { plainLines } from '../people/plain-text.ts'

/** Why a service takes back what it sent. */
export const withdrawalReasons = ['WRONG_PERSON', 'SENT_IN_ERROR'] as const

/** What a service says when it takes a concern back. */
export const withdrawalSchema = z.strictObject({
  reason: z.enum(withdrawalReasons),
  words: plainLines(500).meta({ description: 'What went wrong, for those who have read it' }),
})
export type Withdrawal = z.infer<typeof withdrawalSchema>

/**
 * A withdrawal, kept beside the concern and never altered. The first of a concern stands; ids sort
 * by time.
 */
export const recordedWithdrawalSchema = z.strictObject({
  changeId: changeIdSchema,
  concernId: concernIdSchema,
  withdrawal: withdrawalSchema,
  recordedAt: z.iso.datetime(),
  by: z.string(),
})
export type RecordedWithdrawal = z.infer<typeof recordedWithdrawalSchema>

/** Where a withdrawal is found. */
export type WithdrawalRef = { readonly concernId: ConcernId; readonly changeId: string }
