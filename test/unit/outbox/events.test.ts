import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { messageOf } from '../../../shared/alerts/alert-message.ts'
import { alertEvent } from '../../../shared/outbox/alert-event.ts'
import { digestEvent, mostInDigest } from '../../../shared/outbox/digest-event.ts'
import { anAlert } from '../../builders/an-alert.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const apiUrl = 'https://hub.example.org/v1'
const alert = anAlert({ version: 3 })
const { alertId } = alert

describe('the event of an alert', () => {
  const event = {
    specversion: '1.0',
    id: `${alertId}#3`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.alert.overdue.v1',
    subject: alertId,
    time: '2026-11-23T10:00:00.000Z',
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/alerts/${alertId}`,
    data: { alertId, version: 3, kind: 'matched', urgency: 'routine' },
  }
  const message = messageOf(alert, 'alert.overdue', { now })

  it('is, whole, an envelope without content', () => {
    expect(alertEvent(message, apiUrl)).toStrictEqual(event)
  })

  it('says whom to tell, and who decides again', () => {
    const told = alertEvent({ ...message, tells: 'manager', level: 'head' }, apiUrl)
    expect(told).toStrictEqual({
      ...event,
      data: { ...event.data, tells: 'manager', level: 'head' },
    })
  })
})

describe('the event of a digest', () => {
  const alerts = [{ alertId, version: 3 }]
  const messages = [messageOf(alert, 'alert.raised', { now: new Date('2026-11-22T10:00:00.000Z') })]

  it('is, whole, ids and versions', () => {
    expect(digestEvent(westmarch, messages, { apiUrl, now })).toStrictEqual({
      specversion: '1.0',
      id: `digest#${createHash('sha256').update(JSON.stringify(alerts)).digest('hex')}`,
      source: apiUrl,
      type: 'uk.safeguarding-hub.alert.digest.v1',
      subject: westmarch,
      time: '2026-11-23T10:00:00.000Z',
      datacontenttype: 'application/json',
      dataref: `${apiUrl}/alerts`,
      data: { alerts },
    })
  })

  it('is of one alert at least, and of forty at most', () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => messages[0] ?? messageOf(alert, 'alert.raised', { now }))
    const digest = (count: number) => digestEvent(westmarch, many(count), { apiUrl, now })
    expect(digest(mostInDigest).data.alerts).toHaveLength(40)
    expect(() => digest(mostInDigest + 1)).toThrow()
    expect(() => digest(0)).toThrow()
  })
})
