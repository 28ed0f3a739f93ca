import { describe, expect, it } from 'vitest'
import { type SweepDeps, sweep } from '../../../shared/casework/sweep.ts'
import { attendance, type Sweeper, type Waiting } from '../../../shared/casework/waiting.ts'
import { sweepers } from '../../../shared/config/sweepers.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

const now = new Date('2026-11-23T10:00:00Z')
const concern = (number: number): Waiting => ({ kind: 'assessment', concernId: aConcernId(number) })

const sweeping = <Name extends Sweeper>(
  name: Name,
  waiting: readonly Waiting[],
  attend: SweepDeps<Name>['attend'],
) => {
  const asked: [string, string][] = []
  const failed: Pick<Waiting, 'kind'>[] = []
  const deps: SweepDeps<Name> = {
    listWaiting: (kind, until) => {
      asked.push([kind, until.toISOString()])
      return Promise.resolve(waiting.filter((each) => each.kind === kind))
    },
    attend,
    onFailure: (each) => void failed.push(each),
    now: () => now,
  }
  return { report: sweep(name, deps), asked, failed }
}

const done = (): Promise<boolean> => Promise.resolve(true)
const aMinuteAgo = '2026-11-23T09:59:00.000Z'
const atOnce = now.toISOString()

describe('a sweep', () => {
  it('begins nothing more after forty seconds, the most pressing kinds having come first', async () => {
    let seconds = 0
    const begun: string[] = []
    const all = (['household', 'review', 'assessment'] as const).flatMap((kind) =>
      Array.from({ length: 3 }, () => ({ ...concern(1), kind }) as Waiting),
    )
    const report = await sweep('watch-clocks', {
      listWaiting: (kind) => Promise.resolve(all.filter((each) => each.kind === kind)),
      attend: ({ kind }) => {
        begun.push(kind)
        seconds += 9
        return Promise.resolve(true)
      },
      onFailure: () => undefined,
      now: () => new Date(now.getTime() + seconds * 1000),
    })
    expect(begun).toEqual(['assessment', 'assessment', 'assessment', 'review', 'review'])
    expect([report.get('assessment'), report.get('review'), report.get('household')]).toEqual([
      3, 2, 0,
    ])
  })

  it.each([
    [
      'watch-clocks',
      [
        ['withdrawal', aMinuteAgo],
        ['consent', aMinuteAgo],
        ['assessment', aMinuteAgo],
        ['left-over', aMinuteAgo],
        ['review', atOnce],
        ['again', atOnce],
        ['moving', atOnce],
        ['moving-review', atOnce],
        ['answer', atOnce],
        ['silence', atOnce],
        ['unread', atOnce],
        ['household', aMinuteAgo],
      ],
    ],
    [
      'publish-messages',
      [
        ['relay', aMinuteAgo],
        ['digest', atOnce],
        ['unagreed', atOnce],
        ['quota', atOnce],
        ['elsewhere', atOnce],
        ['written-agreement', atOnce],
      ],
    ],
    ['expire-concerns', [['expiry', atOnce]]],
    [
      'tidy-register',
      [
        ['index', aMinuteAgo],
        ['rekey', atOnce],
      ],
    ],
  ] as const)('of %s gives the streams a minute and a due day none', async (name, expected) => {
    const { report, asked } = sweeping(name, [], done)
    expect([...(await report)]).toEqual(expected.map(([kind]) => [kind, 0]))
    expect(asked).toEqual(expected)
  })

  it('leaves to each function what is its own, whatever is listed', async () => {
    const listed: readonly Waiting[] = [concern(1), { kind: 'expiry', concernId: aConcernId(2) }]
    const attended: string[] = []
    for (const name of sweepers)
      await sweep(name, {
        listWaiting: () => Promise.resolve(listed),
        attend: ({ kind }) => {
          attended.push(`${name} ${kind}`)
          return Promise.resolve(true)
        },
        onFailure: () => undefined,
        now: () => now,
      })
    expect([...new Set(attended)]).toEqual(['watch-clocks assessment', 'expire-concerns expiry'])
  })

  it('is made for everything that waits by a function that the clock wakes, and each has its work', () => {
    const attending = new Set(Object.values(attendance).map(({ by }) => by))
    expect([...attending].toSorted()).toEqual([...sweepers].toSorted())
  })

  it('counts what it did, not what had been done already', async () => {
    const { report } = sweeping('watch-clocks', [concern(1), concern(2), concern(3)], (waiting) =>
      Promise.resolve(waiting.kind === 'assessment' && waiting.concernId !== aConcernId(2)),
    )
    expect((await report).get('assessment')).toBe(2)
  })

  it('attends to the rest when one of them fails, and reports that one', async () => {
    const { report, failed } = sweeping('watch-clocks', [concern(1), concern(2)], (waiting) =>
      waiting.kind === 'assessment' && waiting.concernId === aConcernId(1)
        ? Promise.reject(new Error('broken'))
        : Promise.resolve(true),
    )
    expect((await report).get('assessment')).toBe(1)
    expect(failed).toEqual([concern(1)])
  })

  it('attends to every other kind where one cannot be listed, and reports it', async () => {
    const failed: string[] = []
    const report = await sweep('watch-clocks', {
      listWaiting: (kind) =>
        kind === 'consent'
          ? Promise.reject(new Error('unreadable'))
          : Promise.resolve(kind === 'assessment' ? [concern(1)] : []),
      attend: done,
      onFailure: ({ kind }) => void failed.push(kind),
      now: () => now,
    })
    expect([report.get('assessment'), failed]).toEqual([1, ['consent']])
  })
})
