import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { chaseSteps } from '../codes/chase-steps.ts'
import { alertIdSchema } from '../kernel/ids.ts'

/** Why an authority is told: a new alert, one not answered in time, or one whose answer the referrer contests. */
export const messageTypes = ['alert.raised', 'alert.overdue', 'alert.challenged'] as const

/**
 * A message waiting to leave: written in the transaction that made it true, published afterwards, marked last. It holds
 * no content, only the alert's id and version, by which a receiver drops duplicates and ignores what is older.
 */
export const outboxMessageSchema = z.strictObject({
  alertId: alertIdSchema,
  alertVersion: z.int().min(1),
  authority: authorityCodeSchema,
  type: z.enum(messageTypes),
  /** Whom the authority's system should tell of an overdue alert. */
  tells: z.enum(chaseSteps).optional(),
  /** Who is to decide a contested answer again. */
  level: z.enum(challengeLevels).optional(),
  /** When it leaves with others in one digest; absent: at once, alone. */
  digestAt: z.iso.datetime().optional(),
  status: z.enum(['PENDING', 'SENT']),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().optional(),
})
export type OutboxMessage = z.infer<typeof outboxMessageSchema>
