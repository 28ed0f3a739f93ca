import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { failureOf } from '../../../shared/casework/failure-of.ts'
import { type Quarantined, subjectOf } from '../../../shared/casework/quarantined.ts'
import { type SweepDeps, sweep } from '../../../shared/casework/sweep.ts'
import {
  kindsFor,
  placesOf,
  type Sweeper,
  type Waiting,
  type WaitingPlace,
} from '../../../shared/casework/waiting.ts'
import { sweepers } from '../../../shared/config/sweepers.ts'
import { HubError, type HubErrorCode } from '../../../shared/kernel/hub-error.ts'
import { alertIdSchema, concernIdSchema } from '../../../shared/kernel/ids.ts'
import { aQuarantine } from '../../builders/a-quarantine.ts'

const minute = 60_000
const idOf = (number: number) => `01a207d9-2100-7000-8000-${String(number).padStart(12, '0')}`
const unreadable = z.object({ shape: z.string() }).safeParse({}).error
const aDefect = new TypeError('canary')

/** Each kind as a thing of it is listed, told apart by a number. */
const waitingOf = (kind: Waiting['kind'], number: number): Waiting => {
  const authority = `E06${String(number).padStart(6, '0')}`
  const id = idOf(number)
  const byKind: Partial<Record<Waiting['kind'], object>> = {
    digest: { authority, alerts: [{ recordId: id, recordVersion: 1 }] },
    elsewhere: { authority, adultIds: [`${authority}.A1`] },
  }
  return { kind, ...(byKind[kind] ?? { concernId: id, changeId: id, alertId: id }) } as Waiting
}

/** A function's sweeps over things that never go, of which some always fail, a minute after each other. */
const sweepsOf = (
  name: Sweeper,
  {
    place,
    all,
    isBad,
    thrown = aDefect,
  }: {
    readonly place: WaitingPlace
    readonly all: readonly Waiting[]
    readonly isBad: (waiting: Waiting) => boolean
    readonly thrown?: unknown
  },
) => {
  const quarantine = aQuarantine()
  const attended: Waiting[] = []
  const failures: unknown[] = []
  let now = Date.parse('2026-11-23T10:00:00Z')
  const deps: SweepDeps<Sweeper> = {
    ...quarantine.deps,
    now: () => new Date(now),
    onFailure: (_, error) => void failures.push(error),
    listWaiting: async ({ kind, spread }, { after }) => {
      const isHere =
        kind === place.kind &&
        spread?.shard === place.spread?.shard &&
        spread?.urgency === place.spread?.urgency
      const from = Number(after?.['to'] ?? 0)
      const page = isHere ? all.slice(from, from + 50) : []
      return page.length === 0
        ? { waiting: [] }
        : { waiting: page, last: { to: from + page.length } }
    },
    attend: async (waiting) => {
      attended.push(waiting)
      if (isBad(waiting)) throw thrown
      return true
    },
  }
  return {
    ...quarantine,
    attended,
    failures,
    sweep: () => sweep(name, deps as never),
    pass: (minutes: number) => {
      now += minutes * minute
    },
  }
}

const kinds = sweepers.flatMap((name) => kindsFor(name).map(({ kind }) => [kind, name] as const))

describe('five hundred rows that nothing can read, before fifty that are good', () => {
  it.each(kinds)(
    'of %s keep none of these from a single sweep, and ring once each',
    async (kind, name) => {
      const bad = Array.from({ length: 500 }, (_, at) => waitingOf(kind, at))
      const good = Array.from({ length: 50 }, (_, at) => waitingOf(kind, 500 + at))
      const poisoned = new Set(bad.map((one) => JSON.stringify(one)))
      const [place = { kind }] = placesOf(kind)
      const sweeps = sweepsOf(name, {
        place,
        all: [...bad, ...good],
        isBad: (one) => poisoned.has(JSON.stringify(one)),
        thrown: unreadable,
      })
      for (let time = 0; time < 10; time += 1) {
        sweeps.attended.length = 0
        await sweeps.sweep()
        expect(sweeps.attended.filter((one) => !poisoned.has(JSON.stringify(one)))).toHaveLength(50)
        expect(sweeps.counts.reads).toBe(time + 1)
        sweeps.pass(1)
      }
      expect(sweeps.held).toHaveLength(500)
      expect(sweeps.rows.size).toBe(500)
      expect(sweeps.failures).toEqual([])
    },
  )
})

const concern = { kind: 'assessment', concernId: concernIdSchema.parse(idOf(1)) } as const
const alone = (urgency: 'immediate' | 'routine', thrown: unknown) => {
  let isBad = true
  const place = { kind: 'assessment', spread: { urgency, shard: 3 } } as const
  const sweeps = sweepsOf('watch-clocks', { place, all: [concern], isBad: () => isBad, thrown })
  return {
    ...sweeps,
    mend: () => {
      isBad = false
    },
    row: (): Quarantined | undefined => [...sweeps.rows.values()][0],
  }
}

describe('what fails', () => {
  it('is tried three times before it stands aside, where it might mend itself', async () => {
    const one = alone('routine', aDefect)
    for (const held of [0, 0, 1]) {
      await one.sweep()
      expect(one.held).toHaveLength(held)
      one.pass(1)
    }
    expect(one.row()).toMatchObject({
      by: 'watch-clocks',
      kind: 'assessment',
      ids: { concernId: concern.concernId },
      shard: 3,
      owner: 'operator',
      code: 'TypeError',
      failures: 3,
      firstAt: '2026-11-23T10:00:00.000Z',
      lastAt: '2026-11-23T10:02:00.000Z',
      nextAt: '2026-11-23T10:03:00.000Z',
      heldSince: '2026-11-23T10:02:00.000Z',
    })
    expect(JSON.stringify([...one.rows.values()])).not.toContain('canary')
  })

  it('is forgotten as soon as it succeeds, aside or not', async () => {
    for (const tries of [1, 4]) {
      const one = alone('routine', aDefect)
      for (let time = 0; time < tries; time += 1) {
        await one.sweep()
        one.pass(60)
      }
      one.mend()
      await one.sweep()
      expect(one.rows.size).toBe(0)
    }
  })

  it.each([
    ['routine', [0, 1, 3, 7, 15, 31, 63, 123, 183]],
    ['immediate', [0, 1, 3, 7, 12, 17]],
  ] as const)(
    'and is %s is tried after twice as long each time, up to its bound',
    async (urgency, minutes) => {
      const one = alone(urgency, unreadable)
      const tried: number[] = []
      for (let at = 0; at <= (minutes.at(-1) ?? 0); at += 1) {
        const before = one.tried.length
        await one.sweep()
        if (one.tried.length > before) tried.push(at)
        one.pass(1)
      }
      expect(tried).toEqual(minutes)
      expect(one.held).toHaveLength(1)
    },
  )

  it('is told to the partnership lead at once where it is of immediate danger, once, and by no id of a family', async () => {
    const one = alone('immediate', unreadable)
    await one.sweep()
    one.pass(10)
    await one.sweep()
    expect(one.messages).toMatchObject([
      {
        type: 'row.quarantined',
        to: 'escalations-partnership',
        recordId: one.row()?.quarantineId,
        urgency: 'immediate',
        kind: 'assessment',
      },
    ])
    expect(JSON.stringify(one.messages)).not.toContain(concern.concernId)
    const routine = alone('routine', unreadable)
    await routine.sweep()
    expect(routine.messages).toEqual([])
  })

  it('tells of no message that cannot reach that lead by another to the same place', async () => {
    const relay = {
      kind: 'relay',
      recordId: idOf(9),
      recordVersion: 1,
      to: 'escalations-partnership',
    } as const
    const place = { kind: 'relay', spread: { urgency: 'immediate', shard: 0 } } as const
    const sweeps = sweepsOf('publish-messages', {
      place,
      all: [relay],
      isBad: () => true,
      thrown: unreadable,
    })
    await sweeps.sweep()
    expect([sweeps.held.length, sweeps.messages.length]).toEqual([1, 0])
  })

  it('stands aside no more once it waits no more', async () => {
    const all: Waiting[] = [concern]
    const place = { kind: 'assessment', spread: { urgency: 'routine', shard: 3 } } as const
    const sweeps = sweepsOf('watch-clocks', { place, all, isBad: () => true, thrown: unreadable })
    await sweeps.sweep()
    all.pop()
    await sweeps.sweep()
    expect(sweeps.rows.size).toBe(1)
    sweeps.pass(2)
    await sweeps.sweep()
    expect(sweeps.rows.size).toBe(0)
  })

  it('is attended to as before where nothing can be read or written of what stands aside', async () => {
    const place = { kind: 'assessment', spread: { urgency: 'routine', shard: 3 } } as const
    const other = { kind: 'assessment', concernId: concernIdSchema.parse(idOf(2)) } as const
    const attended: Waiting[] = []
    const failures: string[] = []
    const refuse = (): Promise<never> => Promise.reject(new Error('gone'))
    const report = await sweep('watch-clocks', {
      ...aQuarantine().deps,
      readQuarantine: refuse,
      keepQuarantined: refuse,
      now: () => new Date('2026-11-23T10:00:00Z'),
      onFailure: ({ kind }) => void failures.push(kind),
      listWaiting: async ({ spread }, { after }) =>
        spread?.shard === place.spread.shard && after === undefined && spread.urgency === 'routine'
          ? { waiting: [concern, other], last: {} }
          : { waiting: [] },
      attend: async (waiting) => {
        attended.push(waiting)
        if (JSON.stringify(waiting) === JSON.stringify(concern)) throw aDefect
        return true
      },
    })
    expect(report.get('assessment')).toBeGreaterThan(0)
    expect(failures).toContain('assessment')
  })
})

describe('why something fails', () => {
  const named = (name: string, more: object = {}): Error =>
    Object.assign(new Error('canary'), { name, ...more })

  it.each([
    [
      'a row that no release can have written',
      unreadable,
      { code: 'row-unreadable', isLasting: true },
    ],
    [
      'a row of the directory',
      new HubError('row-unreadable', 'a'),
      { code: 'row-unreadable', isLasting: true },
    ],
    ['a defect', aDefect, { code: 'TypeError', isLasting: false }],
    [
      'a row that is too large',
      named('ValidationException', { $fault: 'client' }),
      { code: 'ValidationException', isLasting: false },
    ],
    ['a text', 'canary', { code: 'unknown', isLasting: false }],
    ['a name that is a sentence', named('canary was thrown'), { code: 'Error', isLasting: false }],
  ])('is a code, and lasts or not: %s', (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure)
  })

  const passing: readonly HubErrorCode[] = ['store-busy', 'key-unavailable']
  it.each([
    ...passing.map((code) => [code, new HubError(code, 'a')] as const),
    ['a service that fails', named('InternalServerError', { $fault: 'server' })] as const,
    ['a role that may not', named('AccessDeniedException', { $metadata: {} })] as const,
    ['a network that fails', named('Error', { code: 'ECONNRESET' })] as const,
    ['a time that is over', named('TimeoutError')] as const,
  ])('is nobody’s in particular, so that an outage sets nothing aside: %s', async (_, thrown) => {
    expect(failureOf(thrown)).toBeUndefined()
    const one = alone('immediate', thrown)
    for (let time = 0; time < 5; time += 1) await one.sweep()
    expect([one.rows.size, one.held.length]).toEqual([0, 0])
    expect(one.failures.length).toBeGreaterThanOrEqual(5)
  })
})

describe('what tells one thing that fails from another', () => {
  it('is its kind and ids; of what leaves together, whose it is', () => {
    const alert = alertIdSchema.parse(idOf(4))
    expect(subjectOf({ kind: 'unread', alertId: alert, version: 2 })).toEqual({
      kind: 'unread',
      ids: { alertId: alert, version: 2 },
    })
    const digest = waitingOf('digest', 7)
    expect(subjectOf(digest)).toEqual({ kind: 'digest', ids: { authority: 'E06000007' } })
  })
})
