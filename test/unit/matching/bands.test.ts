import { describe, expect, it } from 'vitest'
import { matchPerson } from '../../../shared/matching/match.ts'
import { aCandidate, aPerson, aRequest, aStranger, nhsNumbers } from './a-person.ts'

const [number, otherNumber] = nhsNumbers
const elsewhere = [{ houseNumber: '3', street: 'Quay', postcode: 'PL1 1AA' }]

describe('a match is confirmed', () => {
  it.each([
    ['when everything agrees', {}],
    ['by a nickname', { names: [{ given: 'Ros', family: 'Thackeray' }] }],
    [
      'with a former name',
      {
        names: [
          { given: 'Rosalind', family: 'Quinn' },
          { given: 'Rosalind', family: 'Thackeray' },
        ],
      },
    ],
    ['with day and month exchanged', { dateOfBirth: '1984-07-03' }],
    ['after a move', { addresses: elsewhere }],
    [
      'with the halves of the name exchanged',
      { names: [{ given: 'Thackeray', family: 'Rosalind' }] },
    ],
    ['when the register knows month and year only', { dateOfBirth: '1984-03' }],
  ])('%s', (_, over) => {
    const query = aPerson({ dateOfBirth: '1984-03-07' })
    const candidates = [aCandidate('a1', { dateOfBirth: '1984-03-07', ...over })]
    const result = matchPerson(aRequest({ query, candidates }))
    expect(result).toMatchObject({ band: 'CONFIRMED', confirmed: ['a1'] })
    expect(result.candidates[0]?.guards).toEqual([])
  })

  it('across two authorities that register one human', () => {
    const candidates = [aCandidate('leeds-7'), aCandidate('york-9', { phones: [], sex: 'U' })]
    const result = matchPerson(aRequest({ candidates }))
    expect(result.band).toBe('CONFIRMED')
    expect(result.confirmed).toEqual(['leeds-7', 'york-9'])
    expect(result.candidates.map(({ id }) => id)).toEqual(['leeds-7', 'york-9'])
  })

  it('across two authorities joined by one NHS number', () => {
    const candidates = [
      aCandidate('leeds-7', { nhsNumbers: [number] }),
      aCandidate('york-9', { nhsNumbers: [number], addresses: elsewhere }),
    ]
    const result = matchPerson(aRequest({ candidates }))
    expect(result.confirmed).toEqual(['leeds-7', 'york-9'])
  })
})

describe('a match is left to a person', () => {
  it.each([
    ['a twin', { names: [{ given: 'Beatrice', family: 'Thackeray' }] }, 'possible-twin'],
    ['another NHS number', { nhsNumbers: [otherNumber] }, 'nhs-number-differs'],
    ['a first name only', { names: [{ given: 'Rosalind' }] }, 'one-name-only'],
    ['another date of birth', { dateOfBirth: '1961-02-11' }, 'date-of-birth-differs'],
  ])('for %s', (_, over, guard) => {
    const query = aPerson({ nhsNumbers: [number] })
    const result = matchPerson(aRequest({ query, candidates: [aCandidate('a1', over)] }))
    expect(result).toMatchObject({ band: 'POSSIBLE', confirmed: [] })
    expect(result.candidates[0]?.guards).toContain(guard)
  })

  it('when an NHS number agrees and nothing else does', () => {
    const query = aPerson({ nhsNumbers: [number] })
    const over = {
      names: [{ given: 'Trevor', family: 'Khan' }],
      dateOfBirth: '1961-02-11',
      nhsNumbers: [number],
    }
    const result = matchPerson(aRequest({ query, candidates: [aCandidate('a1', over)] }))
    expect(result.band).not.toBe('CONFIRMED')
    expect(result.candidates.flatMap(({ guards }) => guards)).toContain('nhs-number-alone')
  })

  it('when the concern gives a first name only, whatever else agrees', () => {
    const query = aPerson({ names: [{ given: 'Rosalind' }], nhsNumbers: [number] })
    const result = matchPerson(
      aRequest({ query, candidates: [aCandidate('a1', { nhsNumbers: [number] })] }),
    )
    expect(result.band).toBe('POSSIBLE')
    expect(result.candidates[0]?.guards).toEqual(['one-name-only'])
  })

  it('as many, when two humans of one name and date are equally likely', () => {
    const query = aPerson({ addresses: [], phones: [] })
    const candidates = [aCandidate('a1'), aCandidate('a2', { addresses: elsewhere, phones: [] })]
    const result = matchPerson(aRequest({ query, candidates }))
    expect(result).toMatchObject({ band: 'MANY', confirmed: [] })
    expect(result.candidates).toHaveLength(2)
    expect(result.candidates[0]?.guards).toContain('too-close-to-next')
  })

  it('as many, when a crowd shares the chance out', () => {
    const query = aStranger({ dateOfBirth: '1984-07-23' })
    const candidates = Array.from({ length: 20 }, (_, at) =>
      aCandidate(`a${at}`, {
        addresses: [{ houseNumber: `${at}`, street: 'Quay', postcode: `PL${at + 1} 1AA` }],
        phones: [],
      }),
    )
    const result = matchPerson(aRequest({ query, candidates }))
    expect(result.band).toBe('MANY')
    expect(result.candidates).toHaveLength(20)
  })

  it('when one of the joined entries has another NHS number', () => {
    const query = aPerson({ nhsNumbers: [number] })
    const candidates = [aCandidate('a1'), aCandidate('a2', { nhsNumbers: [otherNumber] })]
    expect(matchPerson(aRequest({ query, candidates })).confirmed).toEqual([])
  })
})
