import { describe, expect, it } from 'vitest'
import { alertEvent, alertEventSchema } from '../../../shared/outbox/alert-event.ts'
import { alertIds, aMessage } from './a-message.ts'

const apiUrl = 'https://hub.example/v1'
const [alertId] = alertIds
const event = {
  specversion: '1.0',
  id: `${alertId}#1`,
  source: apiUrl,
  type: 'uk.safeguarding-hub.alert.raised.v1',
  subject: alertId,
  time: '2026-11-23T10:00:00.000Z',
  datacontenttype: 'application/json',
  dataref: `${apiUrl}/alerts/${alertId}`,
  data: { alertId, version: 1, urgency: 'routine' },
}

describe('what an authority’s queue receives of an alert', () => {
  it('is a CloudEvent that refers to it and says nothing of it', () => {
    expect(alertEvent(aMessage(), apiUrl)).toStrictEqual(event)
  })

  it.each([
    [
      'overdue',
      { type: 'alert.overdue', tells: 'manager', recordVersion: 3 },
      {
        id: `${alertId}#3`,
        type: 'uk.safeguarding-hub.alert.overdue.v1',
        data: { alertId, version: 3, urgency: 'routine', tells: 'manager' },
      },
    ],
    [
      'contested',
      { type: 'alert.challenged', level: 'head' },
      {
        type: 'uk.safeguarding-hub.alert.challenged.v1',
        data: { alertId, version: 1, urgency: 'routine', level: 'head' },
      },
    ],
  ])('that is %s says whom it is for', (_name, over, expected) => {
    expect(alertEvent(aMessage(over), apiUrl)).toStrictEqual({ ...event, ...expected })
  })

  it.each(['inbox', 'manager', 'partnership-lead'] as const)(
    'that is overdue may tell %s',
    (tells) => {
      expect(alertEvent(aMessage({ tells }), apiUrl).data.tells).toBe(tells)
    },
  )

  it.each([
    { specversion: '0.3' },
    { id: undefined },
    { source: 'hub' },
    { type: 'alert.deleted' },
    { subject: 'alert' },
    { time: '2026-11-23' },
    { datacontenttype: 'text/plain' },
    { dataref: '/alerts' },
    { data: {} },
    { data: { ...event.data, version: 0 } },
    { data: { ...event.data, tells: 'everybody' } },
    { data: { ...event.data, level: 'minister' } },
    { data: { ...event.data, narrative: 'text' } },
    { narrative: 'text' },
  ])('never has %j', (over) => {
    const sent = { ...event, type: 'alert.raised', ...over }
    expect(alertEventSchema.safeParse(sent).success).toBe(false)
  })
})
