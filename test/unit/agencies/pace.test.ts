import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { agreedWith } from '../../../shared/agencies/agreed-times.ts'
import type { Authority } from '../../../shared/agencies/directory.ts'
import {
  type AgreedTimes,
  isSooner,
  mostPaces,
  notSooner,
  type Pace,
  paceOn,
  wrongWith,
} from '../../../shared/agencies/pace.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const times: AgreedTimes = { H2: { acknowledge: { hours: 4 } } }
const from = (day: string, until?: string): Pace => ({
  from: day,
  ...(until !== undefined && { until }),
  times,
})

describe('of two times the one that is always over first', () => {
  it.each([
    [{ hours: 3 }, { hours: 4 }, true],
    [{ hours: 4 }, { hours: 4 }, false],
    [{ hours: 5 }, { hours: 4 }, false],
    [{ workingDays: 0 }, { workingDays: 1 }, true],
    [{ workingDays: 1 }, { workingDays: 1 }, false],
    [{ hours: 24 }, { workingDays: 1 }, true],
    [{ hours: 25 }, { workingDays: 1 }, false],
    [{ hours: 72 }, { workingDays: 3 }, true],
    [{ hours: 73 }, { workingDays: 3 }, false],
    [{ hours: 1 }, { workingDays: 0 }, false],
    // In the last minute of a day sooner, in the first one later.
    [{ workingDays: 0 }, { hours: 4 }, false],
  ])('%j and %j: %s', (one, other, is) => {
    expect(isSooner(one, other)).toBe(is)
  })
})

describe('what may be agreed with an authority', () => {
  it.each<[string, AgreedTimes, readonly string[]]>([
    ['sooner', { H4: { acknowledge: { hours: 0.5 } }, H1: { decide: { workingDays: 2 } } }, []],
    ['sooner for the strategy discussion', { H3: { strategyDiscussion: { workingDays: 0 } } }, []],
    ['later', { H3: { acknowledge: { hours: 5 } } }, ['H3 acknowledge']],
    ['the same', { H2: { decide: { workingDays: 1 } } }, ['H2 decide']],
    ['days for hours', { H3: { acknowledge: { workingDays: 0 } } }, ['H3 acknowledge']],
    [
      'what the level does not know',
      { H2: { strategyDiscussion: { workingDays: 0 } } },
      ['H2 strategyDiscussion'],
    ],
    [
      'sooner at one level and later at another',
      { H2: { acknowledge: { hours: 4 } }, H4: { acknowledge: { hours: 2 } } },
      ['H4 acknowledge'],
    ],
  ])('%s: %j', (_, agreed, late) => {
    expect(notSooner(agreed)).toEqual(late)
    expect(wrongWith([{ from: '2026-01-01', times: agreed }]) === undefined).toBe(late.length === 0)
  })

  it.each([
    ['that end before they begin', [from('2026-02-01', '2026-02-01')], 'its end'],
    ['of which two are in force', [from('2026-01-01'), from('2026-06-01')], 'another is in force'],
    [
      'too many',
      Array.from({ length: mostPaces + 1 }, (_, at) =>
        from(`${2000 + at}-01-01`, `${2001 + at}-01-01`),
      ),
      'at most',
    ],
  ])('are no agreements %s', (_, paces, says) => {
    expect(wrongWith(paces)).toContain(says)
  })

  it('is one after the other, the next from the day on which the last ends', () => {
    const paces = [from('2026-01-01', '2026-06-01'), from('2026-06-01')]
    expect(wrongWith(paces)).toBeUndefined()
    expect(
      ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'].map((day) => paceOn(paces, day)),
    ).toEqual([undefined, paces[0], paces[0], paces[1]])
  })
})

describe('what was agreed with whoever holds an alert', () => {
  const having = (change: Partial<Authority>) => ({
    ...aDirectory,
    authorities: aDirectory.authorities.map((one) =>
      one.code === westmarch
        ? { ...one, pace: [from('2026-01-01', '2026-07-01')], ...change }
        : one,
    ),
  })

  it('holds by London’s day, from the first until before the last', () => {
    const at = (moment: string) => agreedWith(having({}), new Date(moment))(westmarch)
    expect(at('2025-12-31T23:59:59Z')).toBeUndefined()
    expect(at('2026-01-01T00:00:00Z')).toEqual(times)
    expect(at('2026-06-30T22:59:59Z')).toEqual(times)
    expect(at('2026-06-30T23:00:00Z')).toBeUndefined()
  })

  it('is nothing with the partnership lead, nor with an authority that has ended', () => {
    const now = new Date('2026-03-01T12:00:00Z')
    expect(agreedWith(having({}), now)('HOLDING')).toBeUndefined()
    expect(agreedWith(having({ until: '2026-03-01' }), now)(westmarch)).toBeUndefined()
  })
})
