import { westmarch } from '../../../infra/stages/local.ts'
import { type OutboxMessage, outboxMessageSchema } from '../../../shared/outbox/outbox-message.ts'

export const alertIds = [
  '01a207d9-2100-7000-8000-000000000001',
  '01a207d9-2100-7000-8000-000000000002',
] as const

/** A message that waits, of a first alert to Westmarch. */
export const aMessage = (over: object = {}): OutboxMessage =>
  outboxMessageSchema.parse({
    recordId: alertIds[0],
    recordVersion: 1,
    to: `alerts-${westmarch}`,
    urgency: 'routine',
    authority: westmarch,
    type: 'alert.raised',
    status: 'PENDING',
    createdAt: '2026-11-23T10:00:00.000Z',
    ...over,
  })
