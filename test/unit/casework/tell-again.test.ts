import { describe, expect, it } from 'vitest'
import { stage, westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { type AnsweredDeps, isAnswered } from '../../../shared/casework/tell-again.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const inbox = `alerts-${westmarch}` as const

type Told = { readonly queue: string; readonly id: string; readonly tells: unknown; at: number }

/** A hub to which a concern comes on a Friday at 17:00, swept minute by minute; what it publishes, with when. */
const aFriday = async (harm: 'H2' | 'H3' | 'H4', from = '2026-11-27T16:58:00Z') => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  hub.advance(Date.parse(from) - hub.now().getTime())
  await calls.putChild('C1')
  await calls.submit('a-key-of-its-own-friday', aConcern({ harm, phoneCallMade: { made: true } }))
  const told: Told[] = []
  const sweepFor = async (milliseconds: number, every = minute): Promise<void> => {
    const end = hub.now().getTime() + milliseconds
    while (hub.now().getTime() < end) {
      hub.advance(every)
      const before = hub.published.length
      await hub.sweep()
      const at = hub.now().getTime()
      for (const { queue, message } of hub.published.slice(before)) {
        const { id, data } = JSON.parse(message) as { id: string; data: { tells?: unknown } }
        told.push({ queue, id, tells: data.tells, at })
      }
    }
  }
  // The stream's minute for the concern, and for its message.
  await sweepFor(4 * minute)
  const first = told[0]?.at ?? 0
  return {
    hub,
    calls,
    told,
    sweepFor,
    /** Hours after the first message, by the quarter. */
    hours: ({ at }: Told): number => Math.floor((at - first) / (hour / 4)) / 4,
  }
}

describe('an H4 whose message is lost behind its topic on a Friday at 17:00', () => {
  it('is told again within a quarter of an hour, then up the ladder by day and night, never silent until somebody owns it', async () => {
    const { calls, told, sweepFor, hours } = await aFriday('H4')
    const lost = told.splice(0)
    expect(lost.map(({ queue }) => queue)).toEqual([inbox])
    await sweepFor(17 * minute)
    // The same event: whoever has it drops it, whoever has not learns of it now.
    expect(told.map(({ queue, id }) => [queue, id])).toEqual([[inbox, lost[0]?.id]])
    expect((told[0]?.at ?? 0) - (lost[0]?.at ?? 0)).toBeLessThanOrEqual(16 * minute)
    await sweepFor(day, 5 * minute)
    expect(told.map((one) => [hours(one), one.queue, one.tells ?? null])).toEqual([
      [0.25, inbox, null],
      [1, inbox, 'inbox'],
      [2, `escalations-${westmarch}`, 'manager'],
      [3, `escalations-${westmarch}`, 'authority-lead'],
      [3, 'escalations-turning-tide', null],
      ...[4, 8, 12, 16, 20].map((at) => [at, 'escalations-partnership', 'partnership-lead']),
      [24, 'escalations-partnership', 'partnership-lead'],
      [24.25, inbox, null],
    ])
    // Until Monday nine o'clock, in steps as a slow clock has them.
    await sweepFor(40 * hour, 10 * minute)
    const gaps = told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(4 * hour + 10 * minute)
    const [{ alertId: id, version } = { alertId: '', version: 0 }] = await calls.listAlerts()
    expect((await calls.answer('acknowledgeAlert', { id, version })).status).toBe(200)
    const count = told.length
    await sweepFor(30 * minute)
    expect(told).toHaveLength(count)
  }, 60_000)

  it('is counted, and entered as sent again', async () => {
    const { hub, sweepFor } = await aFriday('H4')
    await sweepFor(17 * minute)
    const lines = hub.logged.filter(
      (line) => Array.isArray(line) && line[1] === 'MESSAGE_TOLD_AGAIN',
    )
    expect(lines).toMatchObject([
      ['info', 'MESSAGE_TOLD_AGAIN', { urgency: 'immediate', measured: { MessagesToldAgain: 1 } }],
    ])
    const sent = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_SENT')
    expect(sent.map(({ codes }) => codes?.['again'])).toEqual([undefined, '1'])
  })
})

describe('what was sent', () => {
  it.each([
    ['H3', hour],
    ['H2', day],
  ] as const)(
    'is told again at %s when nobody has answered in its time, and not before',
    async (harm, after) => {
      const { told, sweepFor } = await aFriday(harm)
      await sweepFor(after - 5 * minute, 5 * minute)
      expect(told).toHaveLength(1)
      await sweepFor(10 * minute)
      expect(told).toHaveLength(2)
      expect(told[1]).toMatchObject({ queue: inbox, id: told[0]?.id })
    },
  )

  it('is told no more once somebody has it', async () => {
    const { hub, calls, told, sweepFor } = await aFriday('H4')
    const [{ alertId: id, version } = { alertId: '', version: 0 }] = await calls.listAlerts()
    await calls.answer('acknowledgeAlert', { id, version })
    await sweepFor(20 * minute)
    expect(told).toHaveLength(1)
    const rows = await hub.rows('casework')
    expect(rows.filter(({ waitingFor }) => String(waitingFor).startsWith('UNANSWERED'))).toEqual([])
  })

  it('is told once after three days in which no sweep ran', async () => {
    const { hub, told, sweepFor } = await aFriday('H4')
    hub.advance(3 * day)
    await sweepFor(3 * minute)
    expect(told.filter(({ queue, tells }) => queue === inbox && tells === undefined)).toHaveLength(
      2,
    )
  })

  it('is left to the inbox of the API where the authority polls by then, and rings there', async () => {
    const { hub, told, sweepFor } = await aFriday('H4')
    const own = stage.directory.authorities.find(({ code }) => code === westmarch)
    if (own === undefined) throw new Error('the local stage has changed')
    const polls = authorityRow({ ...own, delivery: { mode: 'poll' } })
    await hub.store.transact([put(hub.tables.directory, polls)])
    await sweepFor(20 * minute)
    expect(told).toHaveLength(1)
    const rows = await hub.rows('casework')
    expect(rows.filter(({ sk }) => String(sk).startsWith('UNREAD#'))).toHaveLength(1)
  })
})

describe('whether a message was answered', () => {
  const message = (type: OutboxMessage['type']): OutboxMessage => ({
    recordId: aReviewId,
    recordVersion: 2,
    to: inbox,
    type,
    urgency: 'today',
    status: 'SENT',
    createdAt: '2026-11-27T17:00:00.000Z',
  })
  const answered = (one: OutboxMessage, deps: Partial<AnsweredDeps>): Promise<boolean> =>
    isAnswered(one, {
      readAlert: async () => undefined,
      readSeen: async () => undefined,
      readReview: async () => undefined,
      ...deps,
    })

  it.each([
    ['OPEN', false],
    ['PROPOSED', true],
    ['DECIDED', true],
    ['LAPSED', true],
  ] as const)('of a review follows from its state: %s', async (state, is) => {
    const readReview = async () => aReview({ state })
    expect(await answered(message('review.raised'), { readReview })).toBe(is)
  })

  it.each([
    ['alert.raised', undefined, false],
    ['alert.raised', 2, false],
    ['alert.updated', undefined, false],
    ['alert.updated', 1, false],
    ['alert.updated', 2, true],
  ] as const)('of an alert: %s, opened at version %s', async (type, seen, is) => {
    const deps = { readAlert: async () => anAlert({ version: 2 }), readSeen: async () => seen }
    expect(await answered(message(type), deps)).toBe(is)
  })

  it.each([
    ['answered later', { state: 'ACKNOWLEDGED', version: 3, answeredIn: 3 }, true],
    ['answered before', { state: 'ACKNOWLEDGED', version: 2, answeredIn: 2 }, false],
    ['owed nothing', { state: 'FED_BACK' }, true],
  ] as const)('of an alert that was %s', async (_, change, is) => {
    const readAlert = async () => anAlert(change)
    expect(await answered(message('alert.challenged'), { readAlert })).toBe(is)
  })

  it('is not asked any more of what is not there', async () => {
    expect(await answered(message('alert.raised'), {})).toBe(true)
    expect(await answered(message('review.raised'), {})).toBe(true)
  })
})
