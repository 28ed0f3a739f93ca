import { describe, expect, it } from 'vitest'
import { type IndexKey, indexKeys, lookupKeys } from '../../../shared/matching/index-keys.ts'
import { prerank } from '../../../shared/matching/prerank.ts'
import type { Person } from '../../../shared/people/person.ts'
import { aPerson, aStranger, nhsNumbers } from './a-person.ts'

const asText = ({ type, value }: IndexKey): string => `${type}=${value}`
const shared = (query: Person, stored: Person): readonly string[] => {
  const under = new Set(indexKeys(stored).map(asText))
  return lookupKeys(query)
    .map(asText)
    .filter((key) => under.has(key))
}

const fullKinds = [
  'identifier',
  'child',
  'birth',
  'phone',
  'birth-date-token',
  'postcode-token',
  'house-street',
  'name-pair',
  'name-pair-year',
  'name-pair-day',
  'name-pair-area',
  'postcode-birth-year',
  'property',
  'email',
  'birth-year-token',
  'name-token',
]

describe('index keys', () => {
  it('stores every name, address and number', () => {
    const types = indexKeys(
      aPerson({
        names: [
          { given: 'Ann', family: 'Lee' },
          { given: 'Ann', family: 'Quinn' },
        ],
        addresses: [{ houseNumber: '1', street: 'Mill Road', postcode: 'LS6 2AB', uprn: '5' }],
        nhsNumbers: [...nhsNumbers],
        emails: ['ann@example.org'],
      }),
      [{ given: 'Ada', dateOfBirth: '2019-03-04' }],
    ).map(({ type }) => type)
    expect(types.filter((type) => type === 'name-pair')).toHaveLength(2)
    expect(types.filter((type) => type === 'identifier')).toHaveLength(2)
    expect(new Set(types)).toEqual(new Set(fullKinds))
  })

  it.each<[string, Partial<Person>]>([
    ['day and month swapped', { dateOfBirth: '1984-07-03', addresses: [], phones: [] }],
    ['halves of the name exchanged', { names: [{ given: 'Thackeray', family: 'Rosalind' }] }],
    ['a nickname', { names: [{ given: 'Ros', family: 'Thackeray' }] }],
    ['a married name, at home', { names: [{ given: 'Rosalind', family: 'Quinn' }], phones: [] }],
    ['a move', { addresses: [{ houseNumber: '3', street: 'Quay', postcode: 'PL1 1AA' }] }],
  ])('finds a person despite %s', (_, over) => {
    const stored = aPerson({ dateOfBirth: '1984-03-07' })
    expect(shared(aPerson({ dateOfBirth: '1984-03-07', ...over }), stored)).not.toEqual([])
  })

  it('finds Bob under Robert', () => {
    const bob = aStranger({ names: [{ given: 'Bob', family: 'Quillfeather' }] })
    const robert = aStranger({ names: [{ given: 'Robert', family: 'Quillfeather' }] })
    expect(shared(bob, robert)).toEqual([
      asText({ type: 'name-pair', value: 'KLFT|RBRT' }),
      asText({ type: 'name-token', value: 'KLFT' }),
    ])
  })

  it('keys a name without a sound by its letters', () => {
    const keys = indexKeys(aStranger({ names: [{ given: 'Ann', family: 'W' }] }))
    expect(keys.filter(({ value }) => value === '' || /^\||\|$/.test(value))).toEqual([])
  })

  it('never keys a date of birth of 1 January, nor a bare date', () => {
    const keys = indexKeys(aStranger({ dateOfBirth: '1984-01-01' }))
    expect(new Set(keys.map(({ type }) => type))).toEqual(
      new Set(['name-pair', 'name-pair-year', 'birth-year-token', 'name-token', 'name-starts']),
    )
    const bare = indexKeys(aPerson()).filter(({ value }) => /^[\d|-]*$/.test(value))
    expect(bare).toEqual([])
    const addresses = [{ houseNumber: '14', postcode: 'LS6 2AB' }]
    const thin = indexKeys(aPerson({ addresses })).filter(({ value }) => /^[\d|-]*$/.test(value))
    expect(thin.map(({ type }) => type)).toEqual(['house-day'])
  })

  it('has no key for placeholders', () => {
    const keys = indexKeys(
      aStranger({
        names: [{ given: 'FNU', family: 'Unknown' }],
        addresses: [{ postcode: 'ZZ99 3VZ' }],
        phones: ['07000000000'],
      }),
    )
    expect(keys).toEqual([])
  })

  it('finds a parent by a child who had no name yet', () => {
    const dateOfBirth = '2021-05-06'
    const stored = indexKeys(aStranger(), [{ given: 'Benjamin', dateOfBirth }]).map(asText)
    const mother = aStranger({ names: [{ given: 'Ros', family: 'Quill' }] })
    const sought = lookupKeys(mother, [{ given: 'Baby of Ros', dateOfBirth }]).map(asText)
    expect(sought.filter((key) => stored.includes(key))).toHaveLength(1)
  })

  it('finds a parent by a child', () => {
    const child = { given: 'Benjamin', dateOfBirth: '2021-05-06' }
    const stored = indexKeys(aStranger(), [child]).map(asText)
    const sought = lookupKeys(aStranger(), [{ ...child, given: 'Ben' }]).map(asText)
    expect(sought.filter((key) => stored.includes(key) && key.startsWith('child'))).toHaveLength(1)
  })
})

describe('prerank', () => {
  const hit = (value: string, ids: readonly string[]) => ({ key: { type: 't', value }, ids })

  it('puts one rare key above several crowded ones', () => {
    const crowd = Array.from({ length: 5000 }, (_, at) => `c${at}`)
    const hits = [hit('1', ['rare']), hit('2', [...crowd, 'c1']), hit('3', crowd)]
    expect(prerank(hits, 2)).toEqual(['rare', 'c0'])
  })

  it('counts an id once for each key, and each key once', () => {
    const hits = [hit('1', ['b', 'b', 'a']), hit('1', ['b', 'a']), hit('2', ['a'])]
    expect(prerank(hits, 5)).toEqual(['a', 'b'])
    expect(prerank(hits, 1)).toEqual(['a'])
    expect(prerank(hits, -1)).toEqual([])
  })
})
