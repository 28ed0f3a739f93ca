import { describe, expect, it } from 'vitest'
import { candidatesOf } from '../../../shared/matching/candidates-of.ts'
import { shareCandidates } from '../../../shared/matching/share-candidates.ts'
import type { Block } from '../../../shared/matching/usable-hits.ts'

const ids = (stem: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${stem}${String(at).padStart(3, '0')}`)
const block = (type: string, found: readonly string[], value = 'x'): Block => ({
  key: { type, value },
  ids: found,
  isCut: false,
})
const child = (...blocks: readonly Block[]) => ({ kind: 'child', blocks }) as const
const adult = (...blocks: readonly Block[]) => ({ kind: 'adult', blocks }) as const
const fetched = (shares: ReturnType<typeof shareCandidates>): number =>
  new Set(shares.flatMap((share) => share.ids)).size

describe('the candidates of a concern', () => {
  it('are for one person alone those of that person', () => {
    const blocks = [block('postcode-token', ids('a', 120)), block('phone', ['a119'])]
    expect(shareCandidates([adult(...blocks)])).toEqual([candidatesOf(blocks)])
  })

  it('are all of everybody where there is room', () => {
    const shares = shareCandidates([
      adult(block('postcode-token', ids('a', 60))),
      child(block('child-house', ids('c', 60))),
    ])
    expect(shares.map((share) => [share.ids.length, share.incomplete])).toEqual([
      [60, false],
      [60, false],
    ])
  })

  it('are 150 at most, shared alike, and whoever went short says so', () => {
    const crowd = (stem: string) => block('postcode-token', ids(stem, 100))
    const people = ['a', 'b', 'd', 'e'].map((stem) => adult(crowd(stem)))
    const children = ['f', 'g'].map((stem) => child(block('child-house', ids(stem, 10))))
    const shares = shareCandidates([...people, ...children])
    expect(fetched(shares)).toBe(150)
    expect(shares.map((share) => share.ids.length)).toEqual([33, 33, 32, 32, 10, 10])
    expect(shares.map((share) => share.incomplete)).toEqual([true, true, true, true, false, false])
  })

  it('are the children’s first where one is left', () => {
    const people = [adult(block('phone', ['a'])), child(block('child-house', ['c']))]
    expect(shareCandidates(people, 1).map((share) => share.ids)).toEqual([[], ['c']])
  })

  it('are fetched once and compared with all whose look-ups led there', () => {
    const siblings = block('child-house', ids('c', 5))
    const shares = shareCandidates([child(siblings), child(siblings)], 5)
    expect(shares.map((share) => share.ids.length)).toEqual([5, 5])
    expect(shares.some((share) => share.incomplete)).toBe(false)
  })

  it.each([
    ['a number', [block('child-identifier', ['z'])]],
    [
      'both names with the date',
      [
        block('child-birth-date-name', ['z'], 'given'),
        block('child-birth-date-name', ['z'], 'family'),
      ],
    ],
    [
      'date and name',
      [block('child-birth-date-name', ['z']), block('child-name-pair-year', ['z'])],
    ],
  ])('always hold who was found by %s', (_, blocks) => {
    const crowd = ids('c', 199).map((id) => [
      block('child-house', [id], id),
      block('child-property', [id], id),
      block('child-adult', [id], id),
    ])
    const [share] = shareCandidates([child(...crowd.flat(), ...blocks)], 3)
    expect(share?.ids).toContain('z')
  })

  it('say that somebody may be missing where a look-up was cut short', () => {
    const cut = { ...block('child-house', ['c']), isCut: true }
    expect(shareCandidates([child(cut)])).toEqual([{ ids: ['c'], incomplete: true }])
    expect(shareCandidates([child()])).toEqual([{ ids: [], incomplete: false }])
    expect(shareCandidates([])).toEqual([])
  })
})
