import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const minute = 60_000
const key = 'one-key-for-each-concern'
const grave = aConcern({ harm: 'H4', phoneCallMade: { made: true } })

type Event = {
  readonly type: string
  readonly time: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A hub to which a concern comes at this moment, and which is then swept every five minutes. */
const alertedAt = async (moment: string, concern: ReturnType<typeof aConcern>) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  hub.advance(Date.parse(moment) - hub.now().getTime())
  await calls.putChild('C1')
  const concernId = concernIdIn(await calls.submit(key, concern))
  const sweepUntil = async (end: string, every = 5 * minute): Promise<void> => {
    while (hub.now().getTime() < Date.parse(end)) {
      hub.advance(every)
      await hub.sweep()
    }
  }
  // The stream's minute for the concern, and for its message.
  await sweepUntil(new Date(hub.now().getTime() + 3 * minute).toISOString(), minute)
  const sent = () =>
    hub.published.map(({ queue, message }) => ({ queue, ...(JSON.parse(message) as Event) }))
  return { hub, calls, concernId, sweepUntil, sent }
}

describe('a concern of immediate danger sent on 24 December at 16:00', () => {
  it('is due in one hour and chased through the night, up all four levels and on without end', async () => {
    const { calls, concernId, sweepUntil, sent } = await alertedAt('2026-12-24T15:58:00Z', grave)
    const [listed] = await calls.listAlerts()
    expect(listed).toMatchObject({ harm: 'H4', urgency: 'immediate', isOverdue: false })
    const raised = Date.parse(String(listed?.['raisedAt']))
    expect(Date.parse(String(listed?.['dueAt']))).toBe(raised + 60 * minute)
    await sweepUntil('2026-12-25T13:00:00Z')
    const hours = (time: string): number => Math.floor((Date.parse(time) - raised) / 3_600_000)
    expect(
      sent().map(({ queue, time, data }) => [hours(time), queue, data['tells'] ?? null]),
    ).toEqual([
      [0, `alerts-${westmarch}`, null],
      // The same once more after a quarter of an hour without an answer: it may have been lost.
      [0, `alerts-${westmarch}`, null],
      [1, `alerts-${westmarch}`, 'inbox'],
      [2, `escalations-${westmarch}`, 'manager'],
      [3, `escalations-${westmarch}`, 'authority-lead'],
      [3, 'escalations-turning-tide', null],
      ...[4, 8, 12, 16, 20].map((hour) => [hour, 'escalations-partnership', 'partnership-lead']),
    ])
    const toSender = sent().filter(({ queue }) => queue === 'escalations-turning-tide')
    expect(toSender.map(({ subject, data }) => [subject, data])).toEqual([
      [concernId, { concernId, urgency: 'immediate' }],
    ])
    expect((await calls.listAlerts())[0]).toMatchObject({ isOverdue: true })
    await sweepUntil('2026-12-31T13:00:00Z', 60 * minute)
    expect(sent().at(-1)?.time.slice(0, 10)).toBe('2026-12-31')
  }, 60_000)

  it('is chased no more once somebody has it, and again when they do not decide', async () => {
    const { calls, sweepUntil, sent } = await alertedAt('2026-12-24T15:58:00Z', grave)
    await sweepUntil('2026-12-24T18:30:00Z')
    const [listed] = await calls.listAlerts()
    const { alertId: id = '', version = 0 } = listed ?? {}
    expect((await calls.answer('acknowledgeAlert', { id, version })).status).toBe(200)
    const before = sent().length
    await sweepUntil('2026-12-24T23:50:00Z')
    expect(sent()).toHaveLength(before)
    await sweepUntil('2026-12-25T04:30:00Z')
    expect(
      sent()
        .slice(before)
        .map(({ queue }) => queue),
    ).toEqual([
      `alerts-${westmarch}`,
      `escalations-${westmarch}`,
      `escalations-${westmarch}`,
      'escalations-turning-tide',
      'escalations-partnership',
    ])
  }, 60_000)
})

describe('what leaves for a queue', () => {
  it('holds nobody’s name, place or words', async () => {
    const { sweepUntil, hub } = await alertedAt('2026-11-23T10:00:00Z', grave)
    await sweepUntil('2026-11-23T16:00:00Z')
    const said = hub.published.map(({ message }) => message).join('\n')
    for (const word of ['Quillfeather', 'Marta', 'Odo', 'Tannery', 'WM1', 'heroin', 'Marlowe'])
      expect(said).not.toContain(word)
  }, 60_000)
})

describe('the inbox', () => {
  it('lists by urgency, then by due time, with the sender and whoever holds each', async () => {
    const { hub, calls } = await alertedAt('2026-11-23T10:00:00Z', aConcern())
    const more = [aConcern({ harm: 'H3', phoneCallMade: { made: true } }), grave, grave]
    for (const [at, concern] of more.entries()) {
      hub.advance(minute)
      await calls.submit(`another-key-of-its-own-${at}`, concern)
      await hub.settle()
    }
    const listed = await calls.listAlerts()
    expect(listed.map(({ harm }) => harm)).toEqual(['H4', 'H4', 'H3', 'H2'])
    expect(listed.map(({ urgency }) => urgency)).toEqual([
      'immediate',
      'immediate',
      'today',
      'routine',
    ])
    const [first, second] = listed.map(({ dueAt }) => String(dueAt))
    expect([first, second]).toEqual([first, second].toSorted())
    const { alertId: id = '', version = 0 } = listed[0] ?? {}
    await calls.answer('acknowledgeAlert', { id, version, practitioner: 'SW-7' })
    const held = (await calls.listAlerts()).find(({ alertId }) => alertId === id)
    expect(held).toMatchObject({
      state: 'ACKNOWLEDGED',
      agencyName: 'Turning Tide',
      heldBy: 'sw-7',
      isOverdue: false,
    })
  })
})
