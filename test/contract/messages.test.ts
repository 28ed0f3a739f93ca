import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { quotas } from '../../shared/codes/quotas.ts'
import { adultIdSchema, childIdSchema } from '../../shared/kernel/ids.ts'
import { agreementEvent } from '../../shared/outbox/agreement-event.ts'
import { alertEvent, alertEventSchema } from '../../shared/outbox/alert-event.ts'
import { digestEvent } from '../../shared/outbox/digest-event.ts'
import { elsewhereEvent } from '../../shared/outbox/elsewhere-event.ts'
import type { OutboxMessage } from '../../shared/outbox/outbox-message.ts'
import { quotaEvent } from '../../shared/outbox/quota-event.ts'
import { watchEvent } from '../../shared/outbox/watch-event.ts'
import { aFinding, aWatchReport } from '../builders/a-watch-report.ts'

const message: OutboxMessage = {
  recordId: '01a207d9-2100-7000-8000-000000000001',
  recordVersion: 1,
  to: `alerts-${westmarch}`,
  urgency: 'immediate',
  kind: 'matched',
  authority: westmarch,
  type: 'alert.raised',
  status: 'PENDING',
  createdAt: '2026-11-23T10:00:00.000Z',
}
const apiUrl = 'https://hub.example/v1'

/** What case systems have been built against: a change here breaks them. */
const example = {
  specversion: '1.0',
  id: '01a207d9-2100-7000-8000-000000000001#1',
  source: 'https://hub.example/v1',
  type: 'uk.safeguarding-hub.alert.raised.v1',
  subject: '01a207d9-2100-7000-8000-000000000001',
  time: '2026-11-23T10:00:00.000Z',
  datacontenttype: 'application/json',
  dataref: 'https://hub.example/v1/alerts/01a207d9-2100-7000-8000-000000000001',
  data: {
    alertId: '01a207d9-2100-7000-8000-000000000001',
    version: 1,
    kind: 'matched',
    urgency: 'immediate',
  },
}

describe('the message of an alert', () => {
  it('is this envelope, byte for byte', () => {
    expect(JSON.stringify(alertEvent(message, apiUrl))).toBe(JSON.stringify(example))
  })

  it('names each version by an id of its own, and the first type of news', () => {
    const later = alertEvent({ ...message, recordVersion: 4, type: 'alert.overdue' }, apiUrl)
    expect(later).toMatchObject({
      id: `${message.recordId}#4`,
      type: 'uk.safeguarding-hub.alert.overdue.v1',
      data: { version: 4 },
    })
  })

  it('names the level that decides a contested answer again', () => {
    const event = alertEvent({ ...message, type: 'alert.challenged', level: 'head' }, apiUrl)
    expect(event.type).toBe('uk.safeguarding-hub.alert.challenged.v1')
    expect(event.data).toEqual({ ...example.data, level: 'head' })
  })

  it('has the attributes that CloudEvents 1.0 asks for, in its characters', () => {
    const event = alertEvent(message, apiUrl)
    for (const name of ['id', 'source', 'specversion', 'type'] as const)
      expect(event[name]).not.toBe('')
    for (const name of Object.keys(event)) expect(name).toMatch(/^[a-z0-9]{1,20}$/)
  })

  it('takes no field that is not in its schema', () => {
    expect(
      alertEventSchema.safeParse({ ...example, type: 'alert.raised', name: 'a' }).success,
    ).toBe(false)
    expect(
      alertEventSchema.safeParse({
        ...example,
        type: 'alert.raised',
        data: { ...example.data, name: 'a' },
      }).success,
    ).toBe(false)
  })

  it('is far below what a queue takes', () => {
    expect(Buffer.byteLength(JSON.stringify(alertEvent(message, apiUrl)))).toBeLessThan(1000)
  })
})

describe('the message of a digest', () => {
  const now = new Date('2026-11-24T08:00:10Z')
  const event = digestEvent(westmarch, [message], { apiUrl, now })

  it('is this envelope, byte for byte', () => {
    expect(JSON.stringify(event)).toBe(
      JSON.stringify({
        specversion: '1.0',
        id: event.id,
        source: 'https://hub.example/v1',
        type: 'uk.safeguarding-hub.alert.digest.v1',
        subject: westmarch,
        time: '2026-11-24T08:00:10.000Z',
        datacontenttype: 'application/json',
        dataref: 'https://hub.example/v1/alerts',
        data: { alerts: [{ alertId: message.recordId, version: 1 }] },
      }),
    )
  })

  it('has the id of its list, whenever it is sent', () => {
    const later = digestEvent(westmarch, [message], { apiUrl, now: new Date('2026-11-25') })
    expect(later.id).toBe(event.id)
    const other = digestEvent(westmarch, [{ ...message, recordVersion: 2 }], { apiUrl, now })
    expect(other.id).not.toBe(event.id)
  })
})

describe('the message that use is to be looked at', () => {
  const now = new Date('2026-11-23T08:00:10Z')
  const findings = [
    aFinding(),
    aFinding({ number: 2, practitioner: 'sw-8' }),
    aFinding({ number: 3, rule: 'OUT_OF_HOURS' }),
  ]

  it('is this envelope, byte for byte: rules and counts, and nobody’s id', () => {
    const report = aWatchReport({ findings, total: 3 })
    expect(JSON.stringify(watchEvent(report, { apiUrl, now }))).toBe(
      JSON.stringify({
        specversion: '1.0',
        id: `use#${westmarch}#2026-11-22`,
        source: 'https://hub.example/v1',
        type: 'uk.safeguarding-hub.use.reported.v1',
        subject: '2026-11-22',
        time: '2026-11-23T08:00:10.000Z',
        datacontenttype: 'application/json',
        dataref: 'https://hub.example/v1/watch-reports?day=2026-11-22',
        data: {
          total: 3,
          listed: [
            { rule: 'BURST', findings: 2 },
            { rule: 'OUT_OF_HOURS', findings: 1 },
          ],
        },
      }),
    )
  })
})

describe('the message about a client that does more than it may', () => {
  const now = new Date('2026-11-24T09:00:10Z')
  const busy = { concerns: quotas.concerns.aDay + 1, reads: quotas.reads.aDay }
  const about = { clientId: 'a-service', day: '2026-11-24', agencyName: 'A Service', counts: busy }

  it('is this envelope, byte for byte: what is over, and nothing that is not', () => {
    expect(JSON.stringify(quotaEvent(about, { apiUrl, now }))).toBe(
      JSON.stringify({
        specversion: '1.0',
        id: 'quota#a-service#2026-11-24',
        source: 'https://hub.example/v1',
        type: 'uk.safeguarding-hub.quota.exceeded.v1',
        subject: 'a-service',
        time: '2026-11-24T09:00:10.000Z',
        datacontenttype: 'application/json',
        data: {
          clientId: 'a-service',
          agencyName: 'A Service',
          day: '2026-11-24',
          over: [{ kind: 'concerns', count: busy.concerns, quota: quotas.concerns.aDay }],
        },
      }),
    )
  })
})

describe('the message about a written agreement', () => {
  const childId = childIdSchema.parse(`${westmarch}.C1`)
  const clock = { childId, agreementId: 'WA-1', endsOn: '2026-12-01', step: 'ending' } as const
  const now = new Date('2026-11-26T08:00:10Z')

  it('is this envelope, byte for byte', () => {
    expect(JSON.stringify(agreementEvent(clock, { apiUrl, now }))).toBe(
      JSON.stringify({
        specversion: '1.0',
        id: `agreement#${westmarch}.C1#WA-1#2026-12-01#ending`,
        source: 'https://hub.example/v1',
        type: 'uk.safeguarding-hub.agreement.ending.v1',
        subject: `${westmarch}.C1`,
        time: '2026-11-26T08:00:10.000Z',
        datacontenttype: 'application/json',
        dataref: `https://hub.example/v1/children/${westmarch}.C1/chronology`,
        data: { childId: `${westmarch}.C1`, agreementId: 'WA-1', endsOn: '2026-12-01' },
      }),
    )
  })
})

describe('the message about adults whom another authority has recorded', () => {
  const report = {
    authority: westmarch,
    adultIds: [adultIdSchema.parse(`${westmarch}.A-1`)],
  } as const
  const at = (time: string) => elsewhereEvent(report, { apiUrl, now: new Date(time) })

  it('is this envelope, byte for byte', () => {
    const event = at('2026-11-24T08:00:10Z')
    expect(JSON.stringify(event)).toBe(
      JSON.stringify({
        specversion: '1.0',
        id: event.id,
        source: 'https://hub.example/v1',
        type: 'uk.safeguarding-hub.adults.recorded-elsewhere.v1',
        subject: westmarch,
        time: '2026-11-24T08:00:10.000Z',
        datacontenttype: 'application/json',
        data: { adultIds: [`${westmarch}.A-1`] },
      }),
    )
  })

  it('has the id of its list on one day, and another on the next', () => {
    expect(at('2026-11-24T08:00:10Z').id).toBe(at('2026-11-24T08:01:10Z').id)
    expect(at('2026-11-24T08:00:10Z').id).not.toBe(at('2026-11-25T08:00:10Z').id)
  })
})
