import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { digestEvent, digestEventSchema } from '../../../shared/outbox/digest-event.ts'
import { alertIds, aMessage } from './a-message.ts'

const deps = { apiUrl: 'https://hub.example/v1', now: new Date('2026-11-24T08:00:00.000Z') }
const [first, second] = alertIds
const messages = [aMessage(), aMessage({ recordId: second, recordVersion: 2 })]
const listed = [
  { alertId: first, version: 1 },
  { alertId: second, version: 2 },
]
const event = () => digestEvent(westmarch, messages, deps)

describe('what an authority’s queue receives once a day', () => {
  it('lists alerts by id and version and refers to all', () => {
    expect(event()).toStrictEqual({
      specversion: '1.0',
      id: `digest#${createHash('sha256').update(JSON.stringify(listed)).digest('hex')}`,
      source: deps.apiUrl,
      type: 'uk.safeguarding-hub.alert.digest.v1',
      subject: westmarch,
      time: '2026-11-24T08:00:00.000Z',
      datacontenttype: 'application/json',
      dataref: 'https://hub.example/v1/alerts',
      data: { alerts: listed },
    })
  })

  it('is the same event for the same list at another time, and another for another list', () => {
    const later = { ...deps, now: new Date('2026-11-24T09:00:00.000Z') }
    expect(digestEvent(westmarch, messages, later).id).toBe(event().id)
    expect(digestEvent(westmarch, messages.slice(1), deps).id).not.toBe(event().id)
  })

  it.each([
    { specversion: '0.3' },
    { id: undefined },
    { source: 'hub' },
    { type: 'uk.safeguarding-hub.alert.raised.v1' },
    { subject: 'E0600000' },
    { time: '2026-11-23' },
    { datacontenttype: 'text/plain' },
    { dataref: '/alerts' },
    { data: {} },
    { data: { alerts: [] } },
    { data: { alerts: [{ alertId: 'alert-1', version: 1 }] } },
    { data: { alerts: [{ alertId: first, version: 0 }] } },
    { data: { alerts: [{ alertId: first, version: 1, narrative: 'text' }] } },
    { data: { alerts: listed, narrative: 'text' } },
    { narrative: 'text' },
  ])('never has %j', (over) => {
    expect(digestEventSchema.safeParse({ ...event(), ...over }).success).toBe(false)
  })

  it.each([
    [40, true],
    [41, false],
  ])('lists %i alerts: %s', (count, isTaken) => {
    const alerts = Array.from({ length: count }, () => listed[0])
    expect(digestEventSchema.safeParse({ ...event(), data: { alerts } }).success).toBe(isTaken)
  })
})
