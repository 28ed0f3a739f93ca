import { describe, expect, it } from 'vitest'
import { decideBand } from '../../../shared/matching/scoring/decide-band.ts'
import type { Guard } from '../../../shared/matching/scoring/guard.ts'
import type { Identity, RankedEntry } from '../../../shared/matching/scoring/rank.ts'

const thresholds = { confirm: 0.99, review: 0.5, lead: 4 }
type Given = Partial<Omit<RankedEntry, 'id'>>
const entry = (id: string, given: Given = {}): RankedEntry => ({
  id,
  weight: 12,
  posterior: 0.999,
  withoutRivals: 0.999,
  pairWeight: 20,
  guards: [],
  explanation: [],
  ...given,
})
const human = (id: string, given: Given = {}): Identity => [entry(id, given)]
const decide = (...identities: readonly Identity[]) => {
  const { band, confirmed, kept } = decideBand(identities, thresholds, false)
  const guards = kept.map(({ entry: { id }, guards: all }) => [id, ...all].join(' '))
  return { band, confirmed, guards }
}

describe('one human', () => {
  it('is confirmed where nothing stands in the way', () => {
    expect(decide(human('a'))).toEqual({ band: 'CONFIRMED', confirmed: ['a'], guards: ['a'] })
  })

  it.each([
    [0.99, 'CONFIRMED', ['a']],
    [0.989, 'POSSIBLE', ['a below-threshold']],
    [0.5, 'POSSIBLE', ['a below-threshold']],
    [0.49, 'NONE', []],
  ] as const)('of a posterior of %d is %s', (posterior, band, guards) => {
    const withoutRivals = posterior
    expect(decide(human('a', { posterior, withoutRivals }))).toMatchObject({ band, guards })
  })

  it.each(['forename-differs', 'one-name-only', 'household-likelier'] as const)(
    'is left to a person by its own guard: %s',
    (guard) => {
      expect(decide(human('a', { guards: [guard] }))).toEqual({
        band: 'POSSIBLE',
        confirmed: [],
        guards: [`a ${guard}`],
      })
    },
  )

  it.each([
    ['nhs-number-differs', 'POSSIBLE'],
    ['possible-twin', 'POSSIBLE'],
    ['date-of-birth-differs', 'CONFIRMED'],
    ['forename-differs', 'CONFIRMED'],
  ] as const)('of two entries, the second with %s, is %s', (guard, band) => {
    const joined: Identity = [entry('a'), entry('b', { guards: [guard] })]
    expect(decide(joined)).toEqual({
      band,
      confirmed: band === 'CONFIRMED' ? ['a', 'b'] : [],
      guards: [band === 'CONFIRMED' ? 'a' : `a ${guard}`, `b ${guard}`],
    })
  })

  it.each([
    [0.99, 'b'],
    [0.98, 'b below-threshold'],
  ])('of two entries, the second of %d, says so of that one', (posterior, second) => {
    expect(decide([entry('a'), entry('b', { posterior })]).guards).toEqual(['a', second])
  })

  it('names a guard once that both of its entries have', () => {
    const guards: readonly Guard[] = ['possible-twin']
    const joined: Identity = [entry('a', { guards }), entry('b', { guards, posterior: 0.9 })]
    expect(decide(joined).guards).toEqual(['a possible-twin', 'b possible-twin below-threshold'])
  })

  it('of one id found twice is confirmed once', () => {
    expect(decide([entry('a'), entry('a')]).confirmed).toEqual(['a'])
  })
})

describe('several humans', () => {
  it.each([
    [16, 'CONFIRMED', 'a'],
    [16.1, 'POSSIBLE', 'a too-close-to-next'],
    [20, 'POSSIBLE', 'a too-close-to-next'],
  ] as const)('the next at %d bits: %s', (pairWeight, band, first) => {
    const next = human('b', { pairWeight, posterior: 0.001, withoutRivals: 0.9 })
    expect(decide(human('a'), next)).toMatchObject({ band, guards: [first] })
  })

  it('are many where more than one is likely enough', () => {
    const even = { posterior: 0.5, withoutRivals: 0.99 }
    expect(decide(human('a', even), human('b', even))).toEqual({
      band: 'MANY',
      confirmed: [],
      guards: ['a below-threshold too-close-to-next', 'b below-threshold'],
    })
  })

  it('are all kept where one of them it is, though none alone', () => {
    expect(decide(human('a', { posterior: 0.5, withoutRivals: 0.4 })).guards).toEqual([
      'a below-threshold',
    ])
    const third = { posterior: 0.25, withoutRivals: 0.5 }
    const crowd = [
      human('a', third),
      human('b', third),
      human('c', { ...third, withoutRivals: 0.4 }),
    ]
    expect(decide(...crowd).guards.map(([id]) => id)).toEqual(['a', 'b'])
    expect(decide(...crowd).band).toBe('MANY')
    expect(decide(human('a', third), human('b', third)).band).toBe('MANY')
    expect(decide(human('a', third), human('b', { ...third, posterior: 0.24 }))).toMatchObject({
      band: 'NONE',
      guards: [],
    })
  })
})

describe('a look-up that is incomplete', () => {
  const bandOf = (...identities: readonly Identity[]) => {
    const { band, confirmed, kept } = decideBand(identities, thresholds, true)
    return { band, confirmed, guards: kept.map(({ guards }) => guards) }
  }

  it('confirms nobody: who would have come next may be missing', () => {
    expect(bandOf(human('a'))).toEqual({
      band: 'POSSIBLE',
      confirmed: [],
      guards: [['lookup-incomplete']],
    })
  })

  it('leaves the next human, likely in itself, without a guard of its own', () => {
    expect(bandOf(human('a'), human('b', { pairWeight: 1 }))).toEqual({
      band: 'MANY',
      confirmed: [],
      guards: [['lookup-incomplete'], []],
    })
  })

  it('that finds nobody may have missed somebody', () => {
    expect(bandOf()).toEqual({ band: 'POSSIBLE', confirmed: [], guards: [] })
    expect(decide()).toEqual({ band: 'NONE', confirmed: [], guards: [] })
  })
})
