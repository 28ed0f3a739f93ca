import { describe, expect, it } from 'vitest'
import { outboxMessageSchema } from '../../../shared/outbox/outbox-message.ts'
import { aMessage } from './a-message.ts'

describe('a message that waits to leave', () => {
  it.each([
    { type: 'alert.raised' },
    { type: 'alert.overdue', tells: 'inbox' },
    { type: 'alert.overdue', tells: 'manager' },
    { type: 'alert.overdue', tells: 'partnership-lead' },
    { type: 'alert.challenged', level: 'partnership' },
    { digestAt: '2026-11-24T08:00:00.000Z' },
    { status: 'SENT', sentAt: '2026-11-23T10:00:01.000Z' },
    { recordVersion: 2 },
  ])('may be %j', (over) => {
    expect(aMessage(over)).toMatchObject(over)
  })

  it.each([
    { narrative: 'text' },
    { recordId: 'alert-1' },
    { recordVersion: 0 },
    { authority: 'E0600000' },
    { type: 'alert.deleted' },
    { tells: 'everybody' },
    { level: 'minister' },
    { digestAt: '2026-11-24' },
    { status: 'LOST' },
    { createdAt: '2026-11-23' },
    { sentAt: '2026-11-23' },
  ])('may not be %j', (over) => {
    expect(outboxMessageSchema.safeParse({ ...aMessage(), ...over }).success).toBe(false)
  })
})
