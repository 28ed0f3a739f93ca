import { describe, expect, it } from 'vitest'
import { remove } from '../../../shared/aws/dynamodb/actions.ts'
import { arrivalKey, concernKey } from '../../../shared/aws/dynamodb/keys.ts'
import { hoursOfDay, hoursToAsk } from '../../../shared/casework/reconcile-concerns.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const hour = 60 * 60_000

type Line = readonly [string, string, Readonly<Record<string, unknown>>]

const aHub = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  let sent = 0
  const submit = async (concern = aConcern()): Promise<string> => {
    sent += 1
    return concernIdIn(await calls.submit(`a-key-of-its-own-${sent}-long`, concern))
  }
  return {
    hub,
    calls,
    submit,
    /** What one hour's run names, counts and measures. */
    run: async () => {
      const since = hub.logged.length
      await hub.verifyLog()
      const lines = hub.logged.slice(since) as Line[]
      const of = (event: string) => lines.filter(([, said]) => said === event).map(([, , it]) => it)
      return {
        named: of('CONCERN_UNACCOUNTED'),
        counted: of('CONCERNS_COUNTED'),
        committed: of('CONCERNS_RECONCILED').map(({ count }) => Number(count))[0],
        measured: of('CONCERNS_RECONCILED').map(({ measured }) => measured),
      }
    },
  }
}

describe('the hours that are asked about', () => {
  it('are the two before the last whole one, so that each is asked about twice', () => {
    expect(hoursToAsk(new Date('2026-11-27T17:20:00Z'))).toEqual({
      from: new Date('2026-11-27T14:00:00Z'),
      to: new Date('2026-11-27T16:00:00Z'),
    })
  })
})

describe('reconciling', () => {
  it('finds every concern that the log names in a term, and each of them once a day from its rows', async () => {
    const { hub, submit, run } = await aHub()
    await submit(aConcern({ harm: 'H0', factors: ['21'] }))
    await submit()
    await hub.settle()
    await hub.seal()
    hub.advance(2 * hour)
    await hub.sweep()
    // Two of the log, and none, one or two of this hour's part.
    expect((await run()).committed).toBeGreaterThanOrEqual(2)
    hub.advance(2 * hour)
    const counts: number[] = []
    for (let each = 0; each < hoursOfDay; each += 1) {
      hub.advance(hour)
      await hub.sweep()
      const { committed, measured } = await run()
      counts.push(committed ?? Number.NaN)
      expect(measured).toEqual([{ ConcernsUnaccounted: 0 }])
    }
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(2)
  })

  it('names a concern whose rows are gone, which the log alone still knows', async () => {
    const { hub, submit, run } = await aHub()
    const id = await submit()
    await hub.seal()
    const key = concernKey(id)
    await hub.store.transact([
      remove(hub.tables.intake, key),
      remove(hub.tables.intake, arrivalKey(key)),
    ])
    hub.advance(2 * hour)
    await hub.sweep()
    const { named, measured } = await run()
    expect(named).toEqual([{ concernId: id, errorName: 'words-lost' }])
    expect(measured).toEqual([{ ConcernsUnaccounted: 1 }])
  })

  it('names one that nothing will assess, and rings for it again on the next day', async () => {
    const { hub, submit, run } = await aHub()
    const id = await submit()
    await hub.seal()
    await hub.store.transact([remove(hub.tables.intake, arrivalKey(concernKey(id)))])
    hub.advance(2 * hour)
    await hub.sweep()
    const lost = { concernId: id, errorName: 'forgotten' }
    expect((await run()).named).toEqual([lost])
    const named: unknown[] = []
    hub.advance(2 * hour)
    for (let each = 0; each < hoursOfDay; each += 1) {
      hub.advance(hour)
      await hub.sweep()
      named.push(...(await run()).named)
    }
    expect(named).toEqual([lost])
  })

  it('names of another row what kind it is, and nobody’s id', async () => {
    const { hub, calls, run } = await aHub()
    await calls.putChild('C1')
    const named: unknown[] = []
    for (let each = 0; each < hoursOfDay; each += 1) {
      hub.advance(hour)
      named.push(...(await run()).named)
    }
    expect(named.length).toBeGreaterThan(0)
    for (const one of named) expect(one).toEqual({ kind: 'HOUSEHOLD', errorName: 'not-followed' })
  })
})
