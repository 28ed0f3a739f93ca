import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { concernsIn, listedAlertSchema } from '../../../shared/alerts/alert.ts'
import {
  challengedMessages,
  messageOf,
  overdueMessages,
  raisedMessage,
} from '../../../shared/alerts/alert-message.ts'
import { eventOf } from '../../../shared/outbox/alert-event.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'

const now = new Date('2026-11-23T10:00:00.000Z')

describe('the message that tells of an alert', () => {
  it('holds its id, version, kind and urgency, and no content', () => {
    const alert = anAlert({ version: 3 })
    expect(messageOf(alert, 'alert.overdue', { now })).toEqual({
      recordId: alert.alertId,
      concernId: alert.concernId,
      recordVersion: 3,
      authority: westmarch,
      to: `alerts-${westmarch}`,
      type: 'alert.overdue',
      urgency: 'routine',
      kind: 'matched',
      status: 'PENDING',
      createdAt: '2026-11-23T10:00:00.000Z',
    })
  })

  it('says of an alert on which nothing is owed, and which has not moved, that it is closed', () => {
    const closed = anAlert({ state: 'FED_BACK' })
    const moved = { to: northmoor, alertId: closed.alertId, at: now.toISOString() }
    const isClosed = [closed, anAlert({ state: 'DECIDED' }), { ...closed, moved }].map(
      (alert) => messageOf(alert, 'alert.updated', { now }).isOfClosed,
    )
    expect(isClosed).toEqual([true, undefined, undefined])
  })

  it.each([
    ['H1', 'routine'],
    ['H2', 'routine'],
    ['H3', 'today'],
    ['H4', 'immediate'],
  ] as const)('at %s is %s', (harm, urgency) => {
    expect(messageOf(anAlert({ harm }), 'alert.raised', { now }).urgency).toBe(urgency)
  })

  const soon = '2026-11-24T07:59:59.999Z'
  const late = '2026-11-26T23:59:59.999Z'
  it.each([
    ['of early help', { kind: 'early-help', harm: 'H1', dueAt: late }, '2026-11-24T08:00:00.000Z'],
    ['of early help due sooner', { kind: 'early-help', harm: 'H1', dueAt: soon }, undefined],
    ['for an allocated worker', { kind: 'matched', harm: 'H1', dueAt: late }, undefined],
    ['of a child in need', { kind: 'matched', harm: 'H2', dueAt: late }, undefined],
  ] as const)('of a new alert %s leaves with the digest of %#', (_, change, digestAt) => {
    const alert = anAlert(change)
    expect(raisedMessage(alert, now)).toEqual({
      ...messageOf(alert, 'alert.raised', { now }),
      ...(digestAt !== undefined && { digestAt }),
    })
  })
})

describe('the messages of an alert that is overdue', () => {
  const told = (...args: Parameters<typeof overdueMessages>) =>
    overdueMessages(...args).map(({ to, type, tells }) => [to, type, tells])
  const to = (agency: string | undefined) => ({
    sender: agency === undefined ? undefined : { agency, hasLead: agency === 'turning-tide' },
    now,
  })

  it.each([
    ['inbox', `alerts-${westmarch}`],
    ['manager', `escalations-${westmarch}`],
    ['authority-lead', `escalations-${westmarch}`],
    ['partnership-lead', 'escalations-partnership'],
  ] as const)('for the %s goes to %s', (tells, queue) => {
    expect(told(anAlert(), [tells], to('turning-tide'))).toEqual([[queue, 'alert.overdue', tells]])
  })

  it('for the sender’s lead names the concern, and no alert, version or kind', () => {
    const [message, ...others] = overdueMessages(anAlert(), ['sender-lead'], to('turning-tide'))
    expect(others).toEqual([])
    expect(message).toMatchObject({ to: 'escalations-turning-tide', type: 'concern.unanswered' })
    const event = message && eventOf(message, 'https://hub.example/v1')
    expect(event).toStrictEqual({
      specversion: '1.0',
      id: `${aConcernId()}#${now.toISOString()}`,
      source: 'https://hub.example/v1',
      type: 'uk.safeguarding-hub.concern.unanswered.v1',
      subject: aConcernId(),
      time: now.toISOString(),
      datacontenttype: 'application/json',
      dataref: `https://hub.example/v1/concerns/${aConcernId()}`,
      data: { concernId: aConcernId(), urgency: 'routine' },
    })
  })

  it('for a sender’s lead without a queue goes to the partnership lead', () => {
    expect(told(anAlert(), ['sender-lead'], to('elsewhere'))).toEqual([
      ['escalations-partnership', 'alert.overdue', 'sender-lead'],
    ])
  })

  it('are none for a sender’s lead who may not know', () => {
    expect(told(anAlert(), ['authority-lead', 'sender-lead'], to(undefined))).toEqual([
      [`escalations-${westmarch}`, 'alert.overdue', 'authority-lead'],
    ])
  })
})

describe('the messages of a contested answer', () => {
  it.each([
    ['manager', `escalations-${westmarch}`],
    ['head', `escalations-${westmarch}`],
    ['partnership', 'escalations-partnership'],
  ] as const)('go to the inbox and to the %s who decides again', (level, queue) => {
    const messages = challengedMessages(anAlert(), level, now)
    expect(messages.map(({ to, level: decides }) => [to, decides])).toEqual([
      [`alerts-${westmarch}`, level],
      [queue, level],
    ])
  })
})

describe('an alert', () => {
  it('tells of its own concern and of those that told the same again', () => {
    const notice = { concernId: aConcernId(6), assessment: 1, at: now.toISOString() }
    expect(concernsIn(anAlert())).toEqual([aConcernId()])
    expect(concernsIn(anAlert({ furtherNotices: [notice] }))).toEqual([aConcernId(), aConcernId(6)])
  })

  it('is listed without a word of its content, nor its concern', () => {
    expect(Object.keys(listedAlertSchema.shape).toSorted()).toEqual([
      'agencyName',
      'alertId',
      'dueAt',
      'harm',
      'heldBy',
      'kind',
      'priority',
      'raisedAt',
      'state',
      'urgency',
      'version',
    ])
  })
})
