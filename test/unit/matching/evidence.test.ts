import { describe, expect, it } from 'vitest'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { matchPerson } from '../../../shared/matching/match.ts'
import { aCandidate, aPerson, aRequest } from './a-person.ts'

const elsewhere = [{ houseNumber: '3', street: 'Quay', postcode: 'PL1 1AA' }]

describe('evidence', () => {
  it('of named children helps', () => {
    const children = [{ given: 'Ada', family: 'Quinn', dateOfBirth: '2019-03-04' }]
    const person = aPerson({ addresses: elsewhere, phones: [], dateOfBirth: '1984' })
    const find = (named: typeof children) =>
      matchPerson(aRequest({ children: named, candidates: [{ id: 'a1', person, children }] }))
        .candidates[0]
    const bits = find(children)?.explanation.find((line) => line.comparison === 'children')?.bits
    expect(bits).toBeGreaterThan(10)
    // The weight rises by less, since the other parent has the same children.
    expect((find(children)?.weight ?? 0) - (find([])?.weight ?? 0)).toBeGreaterThan(6)
  })

  it('is weaker for a common name', () => {
    const weigh = (given: string, family: string) => {
      const names = [{ given, family }]
      const result = matchPerson(
        aRequest({ query: aPerson({ names }), candidates: [aCandidate('a1', { names })] }),
      )
      const [candidate] = result.candidates
      const rarity = candidate?.explanation.filter(({ level }) => level === 'common') ?? []
      return {
        weight: candidate?.weight ?? 0,
        rarity: rarity.reduce((sum, { bits }) => sum + bits, 0),
      }
    }
    const [common, rare] = [weigh('John', 'Smith'), weigh('Rosalind', 'Thackeray')]
    expect(common.rarity).toBeLessThan(rare.rarity - 4)
    // Relatives share a common family name too, so only the forename counts against them.
    expect(common.weight).toBeLessThan(rare.weight - 2)
  })

  it('never shows a value from a record', () => {
    const text = JSON.stringify(matchPerson(aRequest()).candidates).toLowerCase()
    for (const value of ['rosalind', 'thackeray', '1984', 'millbrook', 'ls6', '900123']) {
      expect(text).not.toContain(value)
    }
  })

  it('lists every comparison, the prior first', () => {
    const [candidate] = matchPerson(aRequest()).candidates
    expect(
      candidate?.explanation.map(({ comparison, level }) => `${comparison}: ${level}`),
    ).toEqual([
      'prior: before-looking',
      'name-form: current',
      'given-name: exact',
      'family-name: exact',
      'date-of-birth: exact',
      'identifier: not-compared',
      'phone: same',
      'email: not-compared',
      'address: home',
      'town: not-compared',
      'sex: same',
      'children: not-compared',
      'given-name-rarity: rare',
      'family-name-rarity: rare',
      'household: possible',
      'other-candidates: far',
    ])
  })
})

describe('thresholds', () => {
  it('cannot be set looser than their limits', () => {
    const { confirm, review, lead } = defaultModel.thresholds
    const model = {
      ...defaultModel,
      thresholds: {
        confirm: { ...confirm, value: 0.5 },
        review: { ...review, value: 0.9 },
        lead: { ...lead, value: 0 },
      },
    }
    const query = aPerson({ phones: [], addresses: [] })
    const names = [{ given: 'John', family: 'Smith' }]
    const candidates = [
      aCandidate('a1', { names, dateOfBirth: '1984' }),
      aCandidate('a2', { names }),
    ]
    const request = aRequest({ query: { ...query, names }, candidates })
    expect(matchPerson({ ...request, model })).toEqual(matchPerson(request))
  })
})
