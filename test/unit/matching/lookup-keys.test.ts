import { describe, expect, it } from 'vitest'
import {
  type IndexKey,
  indexKeys,
  lookupKeys,
  lookupsOfEach,
} from '../../../shared/matching/index-keys.ts'
import { keyKinds } from '../../../shared/matching/keys/key-kinds.ts'
import { keyPartsOf } from '../../../shared/matching/keys/key-parts.ts'
import { featuresOf } from '../../../shared/matching/normalise/person-features.ts'
import type { Person } from '../../../shared/people/person.ts'
import { aPerson, aStranger, nhsNumbers } from './a-person.ts'

const typesOf = (keys: readonly IndexKey[]): readonly string[] => [
  ...new Set(keys.map(({ type }) => type)),
]
const asText = ({ type, value }: IndexKey): string => `${type}=${value}`
const names = ['Ann', 'Bea', 'Cat', 'Dee', 'Eve', 'Fay'].map((given) => ({
  given,
  family: `${given}son`,
}))
const everything: Partial<Person> = {
  names,
  nhsNumbers: [...nhsNumbers],
  phones: ['07700 900123', '07700 900124'],
  emails: ['ann@post.example', 'bea@post.example'],
}
const child = { given: 'Ada', dateOfBirth: '2019-03-04' }

/** Kinds that need a postcode, and the one for people without a date of birth. */
const needless = new Set(['postcode-token', 'postcode-birth-year', 'name-pair-area', 'birth'])

describe('look-up keys', () => {
  it('are at most twenty, distinct, the surest first', () => {
    const addresses = [{ houseNumber: '9', street: 'Quay', town: 'Westmarch', uprn: '5' }]
    const keys = lookupKeys(aPerson({ ...everything, addresses }), [child])
    expect(keys.length).toBeLessThanOrEqual(20)
    expect(new Set(keys.map(asText)).size).toBe(keys.length)
    expect(keys[0]?.type).toBe('identifier')
    const needed = keyKinds.filter(({ type }) => !needless.has(type))
    expect(typesOf(keys)).toEqual(needed.map(({ type }) => type))
  })

  it('hold every kind that is needed before more of one', () => {
    const keys = lookupKeys(aPerson(everything))
    expect(typesOf(keys)).toEqual([
      'identifier',
      'phone',
      'birth-date-token',
      'postcode-token',
      'house-street',
      'name-pair',
      'name-pair-year',
      'name-pair-day',
      'postcode-birth-year',
      'email',
    ])
    expect(keys).toHaveLength(13)
  })

  it('hold more of one kind, up to eight, where there are few', () => {
    const phones = [1, 2, 3, 4, 5].map((digit) => `07700 90012${digit}`)
    const names = [{ given: 'Rosalind' }]
    const few = lookupKeys(aStranger({ names, phones })).map(({ type }) => type)
    expect(few).toEqual(['phone', 'name-token', 'phone', 'phone', 'phone', 'phone'])
    const emails = ['ros@post.example', 'rosalind@post.example', 'ros@mail.example']
    expect(lookupKeys(aStranger({ names, phones, emails }))).toHaveLength(8)
  })

  it('are fewer where a concern is about several people, the surest still first', () => {
    const all = lookupKeys(aPerson(everything), [child])
    expect(all.length).toBeGreaterThan(lookupsOfEach)
    expect(lookupKeys(aPerson(everything), [child], lookupsOfEach)).toEqual(
      all.slice(0, lookupsOfEach),
    )
  })

  it('are found among those that are stored', () => {
    const person = aPerson({ ...everything, addresses: [{ town: 'Westmarch' }] })
    const stored = new Set(indexKeys(person, [child]).map(asText))
    expect(lookupKeys(person, [child]).filter((key) => !stored.has(asText(key)))).toEqual([])
  })
})

describe('a person of whom little is known', () => {
  it.each<[string, Partial<Person>, readonly string[]]>([
    ['a name', {}, ['name-pair', 'name-token', 'name-starts']],
    ['a forename', { names: [{ given: 'Rosalind' }] }, ['name-token']],
    [
      'a name and a year',
      { dateOfBirth: '1984' },
      ['name-pair', 'name-pair-year', 'birth-year-token', 'name-token', 'name-starts'],
    ],
    [
      'a name and a town',
      { addresses: [{ town: 'Westmarch' }] },
      ['name-pair', 'name-pair-area', 'name-token', 'name-starts'],
    ],
    [
      'a name, a date and a town',
      { dateOfBirth: '1984-07-23', addresses: [{ houseNumber: '14', town: 'Westmarch' }] },
      [
        'birth-date-token',
        'name-pair',
        'name-pair-year',
        'name-pair-day',
        'birth-year-token',
        'name-token',
        'name-starts',
        'house-day',
        'birth-year-town',
      ],
    ],
    [
      'a name and a mailbox',
      { emails: ['ros@post.example'] },
      ['name-pair', 'email', 'mailbox', 'name-token', 'name-starts'],
    ],
    [
      'a name and a postcode',
      { addresses: [{ postcode: 'LS6 2AB' }] },
      ['postcode-token', 'name-pair', 'name-pair-area', 'name-starts'],
    ],
  ])('is sought by %s', (_, over, types) => {
    expect(typesOf(lookupKeys(aStranger(over)))).toEqual(types)
  })

  it.each<[string, Partial<Person>, Partial<Person>, string]>([
    [
      'the day of a birth, whatever year was heard',
      { dateOfBirth: '1984-07-23' },
      { dateOfBirth: '1948-07-23' },
      'name-pair-day',
    ],
    [
      'a house in a town, whose postcode nobody told',
      {
        names: [{ given: 'Rosalind' }],
        addresses: [
          { houseNumber: '14', street: 'Mill Road', town: 'Westmarch', postcode: 'LS6 2AB' },
        ],
      },
      {
        names: [{ given: 'Imogen' }],
        addresses: [{ houseNumber: '14', street: 'Mill Road', town: 'Westmarch' }],
      },
      'house-street',
    ],
    [
      'the last of three names, wherever its halves are divided',
      { names: [{ given: 'Deqa Isse', family: 'Said' }], dateOfBirth: '1962-06-26' },
      {
        names: [{ given: 'Deqa', family: 'Isse Said' }],
        dateOfBirth: '1962-01-01',
        addresses: [
          { houseNumber: '27', street: 'Broad Drive', town: 'Westmarch', postcode: 'WM1 1DQ' },
        ],
      },
      'name-pair',
    ],
    [
      'a date and the full form of a short name',
      { names: [{ given: 'Niamh', family: 'Murphy' }], dateOfBirth: '1980-07-27' },
      { names: [{ given: 'Neve', family: 'McKinnon' }], dateOfBirth: '1980-07-27' },
      'birth-date-token',
    ],
  ])('is found by %s', (_, ...[stored, sought, type]) => {
    const under = new Set(indexKeys(aStranger(stored)).map(asText))
    const shared = lookupKeys(aStranger(sought)).filter((key) => under.has(asText(key)))
    expect(typesOf(shared)).toContain(type)
  })

  it('is found by the sound of one half of a name, whatever became of the other', () => {
    const stored = new Set(indexKeys(aPerson()).map(asText))
    const sought = aStranger({ names: [{ given: 'Imogen', family: 'Thackery' }] })
    const shared = lookupKeys(sought).filter((key) => stored.has(asText(key)))
    expect(typesOf(shared)).toEqual(['name-token'])
  })

  it('is found by how both halves begin, however they end', () => {
    const stored = new Set(indexKeys(aStranger()).map(asText))
    const sought = aStranger({ names: [{ given: 'Rosamund', family: 'Thaxter' }] })
    const shared = lookupKeys(sought).filter((key) => stored.has(asText(key)))
    expect(typesOf(shared)).toEqual(['name-starts'])
  })

  it('costs the register nothing where the register knows a full address', () => {
    const kinds = new Set(typesOf(indexKeys(aPerson(everything))))
    for (const type of ['mailbox', 'name-starts', 'house-day', 'birth-year-town'])
      expect(kinds.has(type)).toBe(false)
  })
})

describe('the kinds of key', () => {
  it('are broad where what they hold is shared by many', () => {
    expect(
      keyKinds.filter(({ fullAbove }) => fullAbove !== undefined).map(({ type }) => type),
    ).toEqual([
      'name-pair',
      'birth-year-token',
      'name-token',
      'name-starts',
      'house-day',
      'birth-year-town',
    ])
  })

  it('have a name each, and look up one or two values early', () => {
    expect(new Set(keyKinds.map(({ type }) => type)).size).toBe(keyKinds.length)
    const people = ['', 'Said', 'Isse Said', 'Isse Said Ali'].map((family) =>
      keyPartsOf(featuresOf(aStranger({ names: [{ given: 'Deqa', family }] }))),
    )
    for (const parts of people)
      expect(
        keyKinds
          .map(({ early }) => (typeof early === 'function' ? early(parts) : early))
          .filter((early) => early !== 1 && early !== 2),
      ).toEqual([])
  })
})
