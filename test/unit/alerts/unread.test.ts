import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { isUnread, unreadOf } from '../../../shared/alerts/unread.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { messageTypes, type OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const alertId = alertIdSchema.parse(anId(2))
const message = (more: Partial<OutboxMessage> = {}): OutboxMessage => ({
  recordId: alertId,
  recordVersion: 2,
  to: `alerts-${westmarch}`,
  urgency: 'immediate',
  authority: westmarch,
  type: 'alert.raised',
  status: 'SENT',
  createdAt: '2026-11-27T18:00:00.000Z',
  ...more,
})
/** Six in the evening of a Friday. */
const toldAt = new Date('2026-11-27T18:00:00Z')

describe('what stands in the inbox of one who polls', () => {
  it.each([
    ['immediate', '2026-11-27T18:15:00.000Z'],
    ['today', '2026-11-27T18:15:00.000Z'],
    ['routine', '2026-11-30T09:15:00.000Z'],
  ] as const)('rings, where it is %s, at %s', (urgency, ringsAt) => {
    expect(unreadOf(message({ urgency }), toldAt)).toEqual({
      alertId,
      version: 2,
      urgency,
      toldAt: toldAt.toISOString(),
      ringsAt,
    })
  })

  it('is to be opened where it says what nobody has read; chases and reviews have clocks of their own', () => {
    const rings = messageTypes.filter((type) => unreadOf(message({ type }), toldAt) !== undefined)
    expect(rings).toEqual(['alert.raised', 'alert.updated', 'alert.challenged'])
  })
})

describe('an alert is unread', () => {
  const ref = { alertId, version: 2 }

  it('until a person of its authority has opened this version, or a later one', () => {
    expect(isUnread(ref, anAlert(), {})).toBe(true)
    expect(isUnread(ref, anAlert(), { seen: 1 })).toBe(true)
    expect(isUnread(ref, anAlert(), { seen: 2 })).toBe(false)
    expect(isUnread(ref, anAlert(), { seen: 3 })).toBe(false)
  })

  it.each([
    ['before it was told', '2026-11-23T09:59:59.000Z', true],
    ['since it was told', '2026-11-23T10:00:00.000Z', false],
  ])('or somebody has answered it, but not one who did %s', (...[, at, unread]) => {
    const acknowledgement = { by: 'duty', at }
    const alert = anAlert({ state: 'ACKNOWLEDGED', acknowledgement })
    expect(isUnread(ref, alert, { toldAt: '2026-11-23T10:00:00.000Z' })).toBe(unread)
  })

  it('no more where nothing is owed on it, or it is not there', () => {
    expect(isUnread(ref, anAlert({ state: 'FED_BACK' }), {})).toBe(false)
    expect(isUnread(ref, undefined, {})).toBe(false)
  })
})
