import * as z from 'zod'
import type { Alert } from './alert.ts'
import { alertSchema } from './alert.ts'

/** An alert whose answer is contested as high as the partnership, and which nobody has answered again. */
export const contestedAlertSchema = alertSchema
  .pick({ alertId: true, authority: true, harm: true, dueAt: true })
  .extend({ contestedAt: z.iso.datetime() })
export type ContestedAlert = z.infer<typeof contestedAlertSchema>

/** What the partnership lead is told of it: none where the answer is not contested, or a manager or head has it still. */
export const contestedAlertOf = (alert: Alert): ContestedAlert | undefined => {
  const newest = alert.challenges?.at(-1)
  if (alert.state !== 'CHALLENGED' || newest?.level !== 'partnership') return undefined
  const { alertId, authority, harm, dueAt } = alert
  return { alertId, authority, harm, dueAt, contestedAt: newest.at }
}
