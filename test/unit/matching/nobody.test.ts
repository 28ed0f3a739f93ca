import { describe, expect, it } from 'vitest'
import { matchPerson } from '../../../shared/matching/match.ts'
import { aCandidate, aPerson, aRequest } from './a-person.ts'

const elsewhere = [{ houseNumber: '3', street: 'Quay', postcode: 'PL1 1AA' }]

describe('a household is not an identity', () => {
  it.each([
    [
      'partner',
      {
        names: [{ given: 'Trevor', family: 'Thackeray' }],
        sex: 'M' as const,
        dateOfBirth: '1981-11-02',
      },
    ],
    ['mother', { names: [{ given: 'Maureen', family: 'Thackeray' }], dateOfBirth: '1955-02-19' }],
    [
      'lodger',
      { names: [{ given: 'Imran', family: 'Khan' }], sex: 'M' as const, dateOfBirth: '1990-11-02' },
    ],
  ])('a %s at the same address, with the same phone, is nobody', (_, over) => {
    const result = matchPerson(aRequest({ candidates: [aCandidate('a1', over)] }))
    expect(result).toMatchObject({ band: 'NONE', candidates: [] })
  })

  it('nor when the same children are named', () => {
    const children = [{ given: 'Ada', family: 'Thackeray', dateOfBirth: '2019-03-04' }]
    const person = aPerson({
      names: [{ given: 'Trevor', family: 'Thackeray' }],
      sex: 'M',
      dateOfBirth: '1981-11-02',
    })
    const candidates = [{ id: 'a1', person, children }]
    expect(matchPerson(aRequest({ children, candidates })).band).toBe('NONE')
  })
})

describe('nobody', () => {
  it('is found among strangers', () => {
    const over = {
      names: [{ given: 'Imran', family: 'Khan' }],
      dateOfBirth: '1990-11-02',
      addresses: elsewhere,
      phones: [],
    }
    expect(matchPerson(aRequest({ candidates: [aCandidate('a1', over)] })).band).toBe('NONE')
    expect(matchPerson(aRequest({ candidates: [] })).band).toBe('NONE')
  })

  it('is never the answer of an incomplete look-up', () => {
    expect(matchPerson(aRequest({ candidates: [], incomplete: true }))).toMatchObject({
      band: 'POSSIBLE',
      incomplete: true,
      guards: ['lookup-incomplete'],
      candidates: [],
    })
  })

  it('and nobody is confirmed by one', () => {
    const result = matchPerson(aRequest({ incomplete: true }))
    expect(result).toMatchObject({ band: 'POSSIBLE', confirmed: [] })
    expect(result.candidates[0]?.guards).toEqual(['lookup-incomplete'])
  })
})
