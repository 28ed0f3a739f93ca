import { describe, expect, it } from 'vitest'
import type { HarmLevel } from '../../../shared/codes/harm-levels.ts'
import { urgencies, urgencyOf } from '../../../shared/codes/response-times.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { drugService } from '../../builders/clients.ts'
import { auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const concerns = process.env['HUB_NIGHTLY'] === undefined ? 60 : 1_000

/** One in ten of immediate danger, two of what is due today, the most pressing sent last. */
const levelOf = (at: number): HarmLevel => {
  if (at >= concerns * 0.9) return 'H4'
  return at >= concerns * 0.7 ? 'H3' : 'H2'
}

/** Each about a family of its own, which no register knows: one alert a concern. */
const concernOf = (at: number) => {
  const family = `Quill${String(at).replaceAll(/\d/gu, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`
  return aConcern({
    harm: levelOf(at),
    phoneCallMade: { made: true },
    subject: {
      names: [{ given: 'Silke', family }],
      dateOfBirth: `19${70 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`,
      relationshipToChild: 'MOTHER',
      contactLevel: 'UNKNOWN',
    },
    children: [{ name: { given: 'Pim', family }, dateOfBirth: '2018-08-08' }],
  })
}

type Told = {
  readonly queue: string
  readonly subject: string
  readonly urgency: string
  readonly type: string
}

const toldIn = (published: TestHub['published']): readonly Told[] =>
  published.map(({ queue, message }) => {
    const { subject, type, data } = JSON.parse(message) as {
      subject: string
      type: string
      data: { urgency: string }
    }
    return { queue, subject, type, urgency: data.urgency }
  })

/** Of one agency, within what each may send on one day. */
const systemOf = (at: number) => ({ ...drugService, clientId: `drug-service-${at % 8}` })

/** So many concerns, accepted and no more: nothing that any stream or queue held is ever delivered here. */
const accepted = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  for (let at = 0; at < concerns; at += 1) {
    const { status } = await calls.submit(
      `a-key-of-its-own-${at}-long`,
      concernOf(at),
      systemOf(at),
    )
    if (status !== 202) throw new Error(`${status}`)
  }
  const sweepFor = async (milliseconds: number, every = minute): Promise<void> => {
    const end = hub.now().getTime() + milliseconds
    while (hub.now().getTime() < end) {
      hub.advance(every)
      await hub.sweep()
    }
  }
  return { hub, sweepFor }
}

const alertsAmong = (told: readonly Told[]): ReadonlySet<string> =>
  new Set(told.filter(({ queue }) => queue.startsWith('alerts-')).map(({ subject }) => subject))

describe(`after ${concerns} accepted concerns all streams are gone, and`, () => {
  it('the sweeps alone tell of each within four minutes, of immediate danger first; what the topics lose is told again in its time', async () => {
    const { hub, sweepFor } = await accepted()
    await sweepFor(4 * minute)
    const told = toldIn(hub.published)
    expect(alertsAmong(told).size).toBe(concerns)
    const order = told.map(({ urgency }) => (urgencies as readonly string[]).indexOf(urgency))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    const expected = Array.from({ length: concerns }, (_, at) => urgencyOf(levelOf(at)))
    const count = (of: readonly string[], urgency: string) =>
      of.filter((one) => one === urgency).length
    for (const urgency of urgencies)
      expect(
        count(
          told.map((one) => one.urgency),
          urgency,
        ),
      ).toBe(count(expected, urgency))
    // Nothing of all that reached anybody.
    const again = async (milliseconds: number, every: number) => {
      const before = hub.published.length
      await sweepFor(milliseconds, every)
      return toldIn(hub.published.slice(before))
    }
    const all = (urgency: string): number => count(expected, urgency)
    const soon = await again(16 * minute, minute)
    expect(alertsAmong(soon.filter(({ urgency }) => urgency === 'immediate')).size).toBe(
      all('immediate'),
    )
    const later = await again(46 * minute, 5 * minute)
    expect(alertsAmong(later.filter(({ urgency }) => urgency === 'today')).size).toBe(all('today'))
    const nextDay = await again(day, hour)
    expect(alertsAmong(nextDay.filter(({ urgency }) => urgency === 'routine')).size).toBe(
      all('routine'),
    )
  })
})

describe(`three days in which nothing ran, after ${concerns} concerns`, () => {
  it('lose nothing and chase each alert once, and the next period finds each once again', async () => {
    const { hub, sweepFor } = await accepted()
    await sweepFor(4 * minute)
    const before = hub.published.length
    hub.advance(3 * day)
    const perMinute: number[] = []
    for (let each = 0; each < 10; each += 1) {
      const since = hub.published.length
      await sweepFor(minute)
      perMinute.push(hub.published.length - since)
    }
    const chased = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_CHASED')
    expect(chased).toHaveLength(concerns)
    expect(new Set(chased.map(({ subjects }) => subjects[0])).size).toBe(concerns)
    const told = toldIn(hub.published.slice(before))
    // What was sent and never answered once more, and one chase: no alert is told of more than twice.
    const times = Object.values(Object.groupBy(told, ({ subject }) => subject)).map(
      (each) => each?.length,
    )
    expect(Math.max(...times.map((one) => one ?? 0))).toBe(2)
    expect(times).toHaveLength(concerns)
    // All of it leaves in the first three minutes, and then nothing until the next period.
    expect(perMinute.slice(0, 3).reduce((sum, one) => sum + one, 0)).toBe(2 * concerns)
    expect(perMinute.slice(3)).toEqual(perMinute.slice(3).map(() => 0))
  })
})
