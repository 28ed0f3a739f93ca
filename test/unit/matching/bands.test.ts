import { describe, expect, it } from 'vitest'
import { defaultModel } from '../../../shared/matching/default-model.ts'
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

describe('evidence', () => {
  it('of named children helps', () => {
    const children = [{ given: 'Ada', family: 'Quinn', dateOfBirth: '2019-03-04' }]
    const person = aPerson({ addresses: elsewhere, phones: [], dateOfBirth: '1984' })
    const weigh = (named: typeof children) =>
      matchPerson(aRequest({ children: named, candidates: [{ id: 'a1', person, children }] }))
        .candidates[0]?.weight ?? 0
    expect(weigh(children) - weigh([])).toBeGreaterThan(10)
  })

  it('is weaker for a common name', () => {
    const weigh = (given: string, family: string) => {
      const names = [{ given, family }]
      const result = matchPerson(
        aRequest({ query: aPerson({ names }), candidates: [aCandidate('a1', { names })] }),
      )
      return result.candidates[0]?.weight ?? 0
    }
    expect(weigh('John', 'Smith')).toBeLessThan(weigh('Rosalind', 'Thackeray') - 4)
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
      'nhs-number: not-compared',
      'phone: same',
      'email: not-compared',
      'address: postcode-and-number',
      'sex: same',
      'children: not-compared',
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
