import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../shared/aws/dynamodb/waiting.ts'
import { createFailedBefore } from '../../../shared/casework/failed-before.ts'
import { type SweepDeps, sweep } from '../../../shared/casework/sweep.ts'
import {
  attendance,
  isListed,
  placesFor,
  type Sweeper,
  shards,
  type Waiting,
  type WaitingPlace,
  whole,
} from '../../../shared/casework/waiting.ts'
import { type Urgency, urgencies } from '../../../shared/codes/response-times.ts'
import { sweeperParts, sweepers } from '../../../shared/config/sweepers.ts'
import { type ConcernId, concernIdSchema } from '../../../shared/kernel/ids.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import { aQuarantine } from '../../builders/a-quarantine.ts'

const now = new Date('2026-11-23T10:00:00Z')
const aConcernId = (number: number): ConcernId =>
  concernIdSchema.parse(`01a207d9-2100-7000-8000-${String(number).padStart(12, '0')}`)
const concern = (number: number, kind = 'assessment'): Waiting =>
  ({ kind, concernId: aConcernId(number) }) as Waiting

type Stands = { readonly waiting: Waiting; readonly urgency: Urgency; readonly shard: number }
const at = (waiting: Waiting, urgency: Urgency = 'routine', shard = 0): Stands => ({
  waiting,
  urgency,
  shard,
})

const isIn =
  ({ kind, spread }: WaitingPlace) =>
  ({ waiting, urgency, shard }: Stands): boolean =>
    waiting.kind === kind && spread?.urgency === urgency && spread.shard === shard

const inPage = 20

/** Gives what stands in a place, page after page; a sweep takes nothing away, as when an index trails. */
const listing =
  (stands: readonly Stands[]): SweepDeps<Sweeper>['listWaiting'] =>
  async (place, { after }) => {
    const from = Number(after?.['to'] ?? 0)
    const all = stands.filter(isIn(place)).map(({ waiting }) => waiting)
    const page = all.slice(from, from + inPage)
    return page.length === 0 ? { waiting: [] } : { waiting: page, last: { to: from + page.length } }
  }

const sweeping = <Name extends Sweeper>(
  _: Name,
  stands: readonly Stands[],
  attend: SweepDeps<Name>['attend'],
) => {
  const failed: Pick<Waiting, 'kind'>[] = []
  const quarantine = aQuarantine()
  const deps: SweepDeps<Name> = {
    ...quarantine.deps,
    onTried: (row) => void failed.push({ kind: row.kind, ...row.ids } as never),
    listWaiting: listing(stands),
    attend,
    onFailure: (each) => void failed.push(each),
    now: () => now,
  }
  return { deps, failed }
}

const done = (): Promise<boolean> => Promise.resolve(true)
const aMinuteAgo = '2026-11-23T09:59:00.000Z'
const atOnce = now.toISOString()
const numbered = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, step) => from + step)

describe('a sweep', () => {
  it('begins nothing more after forty seconds', async () => {
    let seconds = 0
    const begun: string[] = []
    const { deps } = sweeping(
      'watch-clocks',
      numbered(1, 200).map((each) => at(concern(each))),
      async ({ kind }) => {
        begun.push(kind)
        seconds += 1
        return true
      },
    )
    const report = await sweep('watch-clocks', {
      ...deps,
      now: () => new Date(now.getTime() + seconds * 1000),
    })
    expect(begun.length).toBe(41)
    expect(report.get('assessment')).toBe(41)
  })

  it.each([
    ['watch-clocks', ['withdrawal', 'consent', 'assessment', 'left-over'], aMinuteAgo],
    [
      'watch-clocks',
      ['review', 'again', 'moving', 'moving-review', 'answer', 'silence', 'unread'],
      atOnce,
    ],
    ['watch-clocks', ['household'], aMinuteAgo],
    ['publish-messages', ['relay'], aMinuteAgo],
    [
      'publish-messages',
      ['digest', 'unagreed', 'quota', 'use', 'elsewhere', 'written-agreement'],
      atOnce,
    ],
    ['expire-concerns', ['expiry'], atOnce],
    ['tidy-register', ['index'], aMinuteAgo],
    ['tidy-register', ['rekey'], atOnce],
  ] as const)('of %s lists %j since then', async (name, kinds, since) => {
    const asked = new Map<string, Set<string>>()
    const { deps } = sweeping(name, [], done)
    await sweep(name, {
      ...deps,
      listWaiting: async ({ kind }, { until }) => {
        asked.set(kind, (asked.get(kind) ?? new Set()).add(until.toISOString()))
        return { waiting: [] }
      },
    })
    for (const kind of kinds) expect([...(asked.get(kind) ?? [])]).toEqual([since])
  })

  it('asks for nothing more once that time is over, however long the asking takes', async () => {
    let seconds = 0
    let asked = 0
    const { deps } = sweeping('watch-clocks', [at(concern(1))], done)
    await sweep('watch-clocks', {
      ...deps,
      listWaiting: async () => {
        asked += 1
        seconds += 1
        return { waiting: [] }
      },
      now: () => new Date(now.getTime() + seconds * 1000),
    })
    expect(asked).toBe(41)
  })

  it('leaves to each function what is its own, whatever is listed', async () => {
    const attended: string[] = []
    for (const name of sweepers)
      await sweep(name, {
        ...aQuarantine().deps,
        listWaiting: async (_, { after }) =>
          after === undefined
            ? { waiting: [concern(1), concern(2, 'expiry')], last: { to: 2 } }
            : { waiting: [] },
        attend: ({ kind }) => {
          attended.push(`${name} ${kind}`)
          return Promise.resolve(true)
        },
        onFailure: () => undefined,
        now: () => now,
      })
    expect([...new Set(attended)].toSorted()).toEqual([
      'expire-concerns expiry',
      'watch-clocks assessment',
    ])
  })

  it('is made for everything that waits by a function that the clock wakes, and each has its work', () => {
    const attending = new Set(Object.values(attendance).map(({ by }) => by))
    expect([...attending].toSorted()).toEqual([...sweepers].toSorted())
  })

  it('counts what it did, not what had been done already', async () => {
    const { deps } = sweeping(
      'watch-clocks',
      [at(concern(1)), at(concern(2)), at(concern(3))],
      (waiting) =>
        Promise.resolve(waiting.kind === 'assessment' && waiting.concernId !== aConcernId(2)),
    )
    expect((await sweep('watch-clocks', deps)).get('assessment')).toBe(2)
  })

  it('attends to the rest when one of them fails, and reports that one', async () => {
    const { deps, failed } = sweeping(
      'watch-clocks',
      [at(concern(1)), at(concern(2))],
      (waiting) =>
        waiting.kind === 'assessment' && waiting.concernId === aConcernId(1)
          ? Promise.reject(new Error('broken'))
          : Promise.resolve(true),
    )
    expect((await sweep('watch-clocks', deps)).get('assessment')).toBe(1)
    expect(failed).toEqual([concern(1)])
  })

  it('attends to every other kind where one cannot be listed, and reports each place of it once', async () => {
    const { deps, failed } = sweeping('watch-clocks', [at(concern(1))], done)
    const list = deps.listWaiting
    const report = await sweep('watch-clocks', {
      ...deps,
      listWaiting: (place, page) =>
        place.kind === 'consent' ? Promise.reject(new Error('unreadable')) : list(place, page),
    })
    const places = placesFor('watch-clocks', whole).flatMap((level) => level.places)
    expect(report.get('assessment')).toBe(1)
    expect(failed.map(({ kind }) => kind)).toEqual(
      places.flatMap(({ kind }) => (kind === 'consent' ? [kind] : [])),
    )
  })
})

describe('what presses', () => {
  const attendedOf = async (
    stands: readonly Stands[],
    isBroken: (waiting: Waiting) => boolean = () => false,
    failedBefore = createFailedBefore(),
  ) => {
    const attended: Waiting[] = []
    const { deps } = sweeping('watch-clocks', stands, async (waiting) => {
      attended.push(waiting)
      if (isBroken(waiting)) throw new Error('broken for good')
      return true
    })
    await sweep('watch-clocks', deps, { failedBefore })
    return attended
  }

  it('comes first, whatever its kind and shard, and among equals kind after kind', async () => {
    const stands = numbered(1, 60).flatMap((each) => [
      at(concern(each), 'routine', each % shards),
      at(concern(each, 'withdrawal'), 'today', each % shards),
      at(concern(each, 'again'), 'immediate', each % shards),
      at(concern(each, 'assessment'), 'immediate', each % shards),
    ])
    const order = (await attendedOf(stands)).map(({ kind }) => kind)
    expect(order.slice(0, 60)).toEqual(Array(60).fill('assessment'))
    expect(order.slice(60, 120)).toEqual(Array(60).fill('again'))
    expect(order.slice(120, 180)).toEqual(Array(60).fill('withdrawal'))
    expect(order.slice(180)).toEqual(Array(60).fill('assessment'))
  })

  it('is behind one page at the most when it becomes overdue while the rest is done', async () => {
    const attended: Waiting[] = []
    const routine = numbered(1, 200).map((each) => at(concern(each)))
    const urgent = at(concern(999), 'immediate')
    const { deps } = sweeping('watch-clocks', routine, async (waiting) => {
      attended.push(waiting)
      return true
    })
    const late = listing([...routine, urgent])
    await sweep('watch-clocks', {
      ...deps,
      listWaiting: (place, page) =>
        attended.length > 0 ? late(place, page) : deps.listWaiting(place, page),
    })
    expect(attended.indexOf(urgent.waiting)).toBe(inPage)
  })

  it('is kept from nobody by five hundred rows that fail for good, older and as pressing: each is tried after what is new', async () => {
    const poisoned = new Set(numbered(1, 500).map((each) => concern(each)))
    const isBroken = (waiting: Waiting): boolean => poisoned.has(waiting)
    const old = [...poisoned].map((each) => at(each, 'immediate'))
    const failedBefore = createFailedBefore()
    expect(await attendedOf(old, isBroken, failedBefore)).toHaveLength(500)
    const fresh = numbered(1_000, 100).map((each) => concern(each))
    const next = await attendedOf(
      [...old, ...fresh.map((each) => at(each, 'immediate')), at(concern(2_000), 'routine')],
      isBroken,
      failedBefore,
    )
    expect(next.slice(0, 100)).toEqual(fresh)
    // A batch of them is tried, all fail, and so they wait until all else is done.
    expect(next.findIndex((each) => !isBroken(each) && !fresh.includes(each))).toBe(150)
    expect(next).toHaveLength(601)
  })

  it('is done in one sweep after an outage in which all of it failed, before what presses less', async () => {
    const urgent = numbered(1, 300).map((each) => at(concern(each), 'immediate'))
    const routine = numbered(1_000, 300).map((each) => at(concern(each), 'routine'))
    const failedBefore = createFailedBefore()
    await attendedOf([...urgent, ...routine], () => true, failedBefore)
    const after = await attendedOf([...urgent, ...routine], () => false, failedBefore)
    expect(new Set(after.slice(0, 300))).toEqual(new Set(urgent.map(({ waiting }) => waiting)))
    expect(after).toHaveLength(600)
  })
})

describe('the places of a sweep', () => {
  const nameOf = ({ kind, spread }: WaitingPlace): string =>
    spread === undefined ? kind : `${kind} ${spread.urgency} ${spread.shard}`

  it.each(sweepers)('of %s are all looked into by its parts, each by one', (name) => {
    const all = placesFor(name, whole).flatMap(({ places }) => places.map(nameOf))
    const of = sweeperParts[name]
    const parts = numbered(0, of).flatMap((number) =>
      placesFor(name, { number, of }).flatMap(({ places }) => places.map(nameOf)),
    )
    expect(parts.toSorted()).toEqual(all.toSorted())
    expect(new Set(all).size).toBe(all.length)
  })

  it('are looked into in order of urgency', () => {
    expect(placesFor('watch-clocks', whole).map(({ urgency }) => urgency)).toEqual(urgencies)
  })
})

describe('what waits in no index', () => {
  it('is what its own table row says, and nothing else', () => {
    const listed = keysOf(attendance).filter(isListed)
    expect(listed).toEqual(['checkpoint', 'moving', 'moving-review'])
    for (const kind of listed) expect(() => placeOf({ kind })).toThrow('waits in no index')
    for (const kind of keysOf(attendance).filter((one) => !isListed(one)))
      expect(placeOf({ kind }).partition).not.toBe('')
  })
})
