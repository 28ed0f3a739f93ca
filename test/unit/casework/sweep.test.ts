import { describe, expect, it } from 'vitest'
import { type SweepDeps, sweep, type Waiting } from '../../../shared/casework/sweep.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

const now = new Date('2026-11-23T10:00:00Z')
const concern = (number: number): Waiting => ({ kind: 'assessment', concernId: aConcernId(number) })

const sweeping = (waiting: readonly Waiting[], attend: SweepDeps['attend']) => {
  const asked: [string, string][] = []
  const failed: Pick<Waiting, 'kind'>[] = []
  const deps: SweepDeps = {
    listWaiting: (kind, until) => {
      asked.push([kind, until.toISOString()])
      return Promise.resolve(waiting.filter((each) => each.kind === kind))
    },
    attend,
    onFailure: (each) => void failed.push(each),
    now: () => now,
  }
  return { report: sweep(deps), asked, failed }
}

describe('a sweep', () => {
  it('begins nothing more after forty seconds, the most pressing kinds having come first', async () => {
    let seconds = 0
    const begun: string[] = []
    const all = (['household', 'relay', 'assessment'] as const).flatMap((kind) =>
      Array.from({ length: 3 }, () => ({ ...concern(1), kind }) as Waiting),
    )
    const report = await sweep({
      listWaiting: (kind) => Promise.resolve(all.filter((each) => each.kind === kind)),
      attend: ({ kind }) => {
        begun.push(kind)
        seconds += 9
        return Promise.resolve(true)
      },
      onFailure: () => undefined,
      now: () => new Date(now.getTime() + seconds * 1000),
    })
    expect(begun).toEqual(['assessment', 'assessment', 'assessment', 'relay', 'relay'])
    expect(report).toMatchObject({ assessment: 3, relay: 2, household: 0 })
  })

  it('gives the streams a minute and a due day none', async () => {
    const { report, asked } = sweeping([], () => Promise.resolve(true))
    expect(await report).toEqual({
      withdrawal: 0,
      assessment: 0,
      'left-over': 0,
      relay: 0,
      consent: 0,
      digest: 0,
      review: 0,
      expiry: 0,
      answer: 0,
      silence: 0,
      again: 0,
      unagreed: 0,
      quota: 0,
      elsewhere: 0,
      'written-agreement': 0,
      household: 0,
      index: 0,
      rekey: 0,
    })
    expect(asked).toEqual([
      ['withdrawal', '2026-11-23T09:59:00.000Z'],
      ['consent', '2026-11-23T09:59:00.000Z'],
      ['assessment', '2026-11-23T09:59:00.000Z'],
      ['left-over', '2026-11-23T09:59:00.000Z'],
      ['relay', '2026-11-23T09:59:00.000Z'],
      ['digest', '2026-11-23T10:00:00.000Z'],
      ['review', '2026-11-23T10:00:00.000Z'],
      ['expiry', '2026-11-23T10:00:00.000Z'],
      ['again', '2026-11-23T10:00:00.000Z'],
      ['unagreed', '2026-11-23T10:00:00.000Z'],
      ['quota', '2026-11-23T10:00:00.000Z'],
      ['elsewhere', '2026-11-23T10:00:00.000Z'],
      ['answer', '2026-11-23T10:00:00.000Z'],
      ['silence', '2026-11-23T10:00:00.000Z'],
      ['written-agreement', '2026-11-23T10:00:00.000Z'],
      ['household', '2026-11-23T09:59:00.000Z'],
      ['index', '2026-11-23T09:59:00.000Z'],
      ['rekey', '2026-11-23T10:00:00.000Z'],
    ])
  })

  it('counts what it did, not what had been done already', async () => {
    const { report } = sweeping([concern(1), concern(2), concern(3)], (waiting) =>
      Promise.resolve(waiting.kind === 'assessment' && waiting.concernId !== aConcernId(2)),
    )
    expect((await report).assessment).toBe(2)
  })

  it('attends to the rest when one of them fails, and reports that one', async () => {
    const { report, failed } = sweeping([concern(1), concern(2)], (waiting) =>
      waiting.kind === 'assessment' && waiting.concernId === aConcernId(1)
        ? Promise.reject(new Error('broken'))
        : Promise.resolve(true),
    )
    expect((await report).assessment).toBe(1)
    expect(failed).toEqual([concern(1)])
  })

  it('attends to every other kind where one cannot be listed, and reports it', async () => {
    const failed: string[] = []
    const report = await sweep({
      listWaiting: (kind) =>
        kind === 'consent'
          ? Promise.reject(new Error('unreadable'))
          : Promise.resolve(kind === 'assessment' ? [concern(1)] : []),
      attend: () => Promise.resolve(true),
      onFailure: ({ kind }) => void failed.push(kind),
      now: () => now,
    })
    expect([report.assessment, failed]).toEqual([1, ['consent']])
  })
})
