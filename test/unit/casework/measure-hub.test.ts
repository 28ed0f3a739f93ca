import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/measure-hub/handler.ts'
import { lastYearKnown } from '../../../shared/calendar/bank-holidays.ts'
import type { PastBound } from '../../../shared/casework/bounds.ts'
import { measureHub, type OpenAlert, type Queue } from '../../../shared/casework/measure-hub.ts'
import { measures } from '../../../shared/kernel/measures.ts'
import { aChild } from '../../builders/a-child.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const now = new Date('2026-11-24T10:00:00Z')
const nothing: Queue = { count: 0 }

const depsOf = (
  queues: Readonly<Record<string, Queue>>,
  open: readonly OpenAlert[] = [],
  past: readonly PastBound[] = [],
): Parameters<typeof measureHub>[0] => ({
  countingWithout: () => async (kind, until) =>
    queues[until === undefined ? `all ${kind}` : kind] ?? nothing,
  readQuarantine: async () => [],
  listPastBound: async () => past,
  tell: async () => undefined,
  readOpen: async () => open,
  readCheckpointsSent: async () =>
    new Map(aDirectory.authorities.map(({ code }) => [code, now.toISOString()])),
  readDirectory: async () => ({ ...aDirectory, authorities: aDirectory.authorities.slice(0, 1) }),
  now: () => now,
})

describe('what is measured', () => {
  it('is nothing where nothing waits, and still a number each', async () => {
    const measured = await measureHub(depsOf({}))
    expect(new Set(Object.values(measured))).toEqual(new Set([0]))
  })

  it('is how many concerns wait and since when the oldest does', async () => {
    const queue = { count: 3, first: '2026-11-24T09:50:00.000Z' }
    expect(await measureHub(depsOf({ assessment: queue }))).toMatchObject({
      ConcernsWaiting: 3,
      OldestConcernWaiting: 600,
    })
  })

  it('is the messages that should have left, alone or in a digest, and the oldest of both', async () => {
    const queues = {
      relay: { count: 1, first: '2026-11-24T09:59:00.000Z' },
      digest: { count: 4, first: '2026-11-24T08:00:00.000Z' },
    }
    expect(await measureHub(depsOf(queues))).toMatchObject({
      MessagesUnsent: 5,
      OldestMessageUnsent: 7200,
    })
  })

  it('is what has passed its bound and is the operator’s, and of it what is of immediate danger', async () => {
    const since = '2026-11-24T09:00:00.000Z'
    const past: readonly PastBound[] = [
      { kind: 'assessment', ids: {}, urgency: 'immediate', since },
      { kind: 'household', ids: {}, urgency: 'routine', since },
      // Others ring for it.
      { kind: 'unread', ids: {}, urgency: 'immediate', since },
      { kind: 'expiry', ids: {}, urgency: 'routine', since },
    ]
    expect(await measureHub(depsOf({}, [], past))).toMatchObject({
      PastBound: 2,
      PastBoundImmediate: 1,
    })
  })

  it('is the open reviews, and those whose day has passed', async () => {
    const queues = { 'all review': { count: 7 }, review: { count: 2 } }
    expect(await measureHub(depsOf(queues))).toMatchObject({ ReviewsOpen: 7, ReviewsOverdue: 2 })
  })

  it('is the answers due after the last year whose bank holidays are known', async () => {
    const open = [`${lastYearKnown}-12-29`, `${lastYearKnown + 1}-01-02`].map((day) => ({
      state: 'ACKNOWLEDGED',
      harm: 'H1' as const,
      dueAt: `${day}T17:00:00.000Z`,
    }))
    expect(await measureHub(depsOf({}, open))).toMatchObject({ DueBeyondHolidays: 1 })
  })

  it('is the alerts that nobody has acknowledged, by level, and those overdue in any state', async () => {
    const dueAt = '2026-11-24T09:00:00.000Z'
    const later = '2026-11-24T11:00:00.000Z'
    const open: readonly OpenAlert[] = [
      { state: 'RAISED', harm: 'H4', dueAt },
      { state: 'RAISED', harm: 'H3', dueAt: later },
      { state: 'RAISED', harm: 'H0', dueAt: later },
      { state: 'RAISED', harm: 'H1', dueAt: later },
      { state: 'ACKNOWLEDGED', harm: 'H4', dueAt },
    ]
    expect(await measureHub(depsOf({}, open))).toMatchObject({
      UnacknowledgedH4: 1,
      UnacknowledgedH3: 1,
      UnacknowledgedH2: 0,
      UnacknowledgedH1: 2,
      AlertsOverdue: 2,
    })
  })
})

describe('the function', () => {
  it('says on one line what it measured', async () => {
    const lines: unknown[][] = []
    await createHandler({ ...depsOf({}), log: (...line) => void lines.push(line) })()
    expect(lines).toEqual([['info', 'HUB_MEASURED', { measured: await measureHub(depsOf({})) }]])
  })

  it('with the sealing function measures all that there is but rehearsals, by the indexes that it may read', async () => {
    const hub = await startInMemoryHub()
    const { putChild, submit } = callsOf(hub)
    await putChild('C1', aChild())
    await submit('first-key-of-measures')
    hub.advance(30_000)
    const measured = async (): Promise<Readonly<Record<string, number>>> => {
      const since = hub.logged.length
      await hub.measure()
      await hub.seal().catch(() => undefined)
      const lines = hub.logged.slice(since) as [string, string, { measured?: object }][]
      return Object.assign({}, ...lines.map(([, , fields]) => fields.measured)) as Record<
        string,
        number
      >
    }
    const before = await measured()
    expect(Object.keys(before).toSorted()).toEqual(
      Object.keys(measures)
        .filter((name) => !name.startsWith('Rehearsal') && name !== 'CallersUnproven')
        .filter(
          (name) =>
            !name.startsWith('RowsQuarantined') &&
            !['MessagesToldAgain', 'ConcernsUnaccounted'].includes(name),
        )
        .toSorted(),
    )
    expect(before).toMatchObject({ ConcernsWaiting: 1, OldestConcernWaiting: 30 })
    await hub.settle()
    expect(await measured()).toMatchObject({ ConcernsWaiting: 0, MessagesUnsent: 0 })
  })
})
