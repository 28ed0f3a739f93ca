import { describe, expect, it } from 'vitest'
import type { ChildFacts } from '../../../shared/matching/child-facts.ts'
import { childIndexKeys, childLookupKeys } from '../../../shared/matching/child-keys.ts'
import { type IndexKey, indexKeys, lookupKeys } from '../../../shared/matching/index-keys.ts'
import { childKeyKinds } from '../../../shared/matching/keys/child-key-kinds.ts'
import { keyKinds } from '../../../shared/matching/keys/key-kinds.ts'
import { aChild, aFaintChild, elsewhere, home, mother } from './a-child.ts'
import { aPerson, nhsNumbers } from './a-person.ts'

const asText = ({ type, value }: IndexKey): string => `${type}=${value}`
const shared = (query: ChildFacts, stored: ChildFacts): readonly string[] => {
  const under = new Set(childIndexKeys(stored).map(asText))
  const common = childLookupKeys(query).filter((key) => under.has(asText(key)))
  return [...new Set(common.map(({ type }) => type))]
}

const father = {
  names: [{ given: 'Eryk', family: 'Pelz' }],
  dateOfBirth: '1988-06-17',
  relationship: 'FATHER',
}
const stored = aChild({ nhsNumbers: [nhsNumbers[0]], adults: [mother, father] })
const names = stored.names

describe('keys of a child', () => {
  it('never meet those of an adult with the same name, date, number and home', () => {
    const { dateOfBirth, addresses } = stored
    const facts = { names: [...names], dateOfBirth, addresses: [...addresses] }
    const adult = aPerson({ ...facts, nhsNumbers: [...nhsNumbers], phones: [] })
    const ofAdults = new Set([...indexKeys(adult), ...lookupKeys(adult)].map(({ type }) => type))
    const ofChildren = [...childIndexKeys(stored), ...childLookupKeys(stored)]
    expect(ofChildren.filter(({ type }) => ofAdults.has(type))).toEqual([])
    const types = [...keyKinds, ...childKeyKinds].map(({ type }) => type)
    expect(new Set(types).size).toBe(types.length)
  })

  it.each<[string, Partial<ChildFacts>, string]>([
    ['the NHS number', { nhsNumbers: [nhsNumbers[0]] }, 'child-identifier'],
    ['name and date', { names, dateOfBirth: '2022-03-24' }, 'child-birth-date-name'],
    [
      'forename and date',
      { names: [{ given: 'Dorian' }], dateOfBirth: '2022-03-24' },
      'child-birth-date-name',
    ],
    ['name and year', { names, dateOfBirth: '2022' }, 'child-name-pair-year'],
    ['name and month', { names, dateOfBirth: '2022-03' }, 'child-name-pair-year'],
    ['name and age', { names, age: { years: 4, on: '2026-11-26' } }, 'child-name-pair-year'],
    [
      'name and age on a birthday',
      { names, age: { years: 4, on: '2026-03-24' } },
      'child-name-pair-year',
    ],
    ['name and home', { names, addresses: home }, 'child-postcode-name'],
    [
      'name, street and house',
      { names, addresses: [{ houseNumber: '61', street: 'Foundry St', town: 'Westmarch' }] },
      'child-name-pair',
    ],
    ['name and town', { names, addresses: [{ postcode: 'WM1 1AA' }] }, 'child-name-pair-area'],
    ['date and home', { dateOfBirth: '2022-03-24', addresses: home }, 'child-house'],
    [
      'date and postcode',
      { dateOfBirth: '2022-03-24', addresses: [{ postcode: 'WM1 9LD' }] },
      'child-postcode-year',
    ],
    ['mother', { adults: [mother] }, 'child-adult'],
    ['father', { adults: [father] }, 'child-adult'],
    [
      'forename and the name of the mother',
      { names: [{ given: 'Dorian' }], adults: [{ names: mother.names }] },
      'child-adult-name',
    ],
    ['the name of an adult alone', { adults: [{ names: mother.names }] }, 'child-adult-alone'],
    [
      'family name and age',
      { names: [{ family: 'Pelz' }], age: { years: 4, on: '2026-11-26' } },
      'child-half-name-year',
    ],
    [
      'initial, family name and age',
      { names: [{ given: 'D', family: 'Pelz' }], age: { years: 4, on: '2026-11-26' } },
      'child-half-name-year',
    ],
    [
      'forename, misheard family name and age',
      { names: [{ given: 'Dorian', family: 'Pils' }], age: { years: 4, on: '2026-11-26' } },
      'child-half-name-year',
    ],
  ])('lead to it by %s', (_, known, type) => {
    expect(shared(aFaintChild(known), stored)).toContain(type)
  })

  it('lead to it by any name of the concern or of the register', () => {
    const alias = { given: 'Wren', family: 'Ashby' }
    const dated = { dateOfBirth: '2022-03-24' }
    const also = { ...stored, names: [...names, alias] }
    expect(shared(aFaintChild({ names: [alias], ...dated }), also)).toContain(
      'child-birth-date-name',
    )
    expect(shared(aFaintChild({ names: [alias, ...names], ...dated }), stored)).toContain(
      'child-birth-date-name',
    )
  })

  it('stand day and month, sounds and short forms in one way', () => {
    const william = aChild({
      names: [{ given: 'William', family: 'Clarke' }],
      dateOfBirth: '2022-03-05',
    })
    const bill = { names: [{ given: 'Bill', family: 'Ashby' }], dateOfBirth: '2022-05-03' }
    expect(shared(aFaintChild(bill), william)).toEqual(['child-birth-date-name'])
    const clark = { names: [{ given: 'Will', family: 'Clark' }], dateOfBirth: '2022' }
    expect(shared(aFaintChild(clark), william)).toEqual([
      'child-name-pair-year',
      'child-half-name-year',
      'child-name-pair',
    ])
  })

  it('hold no bare date and nothing for a name that names nobody', () => {
    const baby = aFaintChild({ names: [{ given: 'Baby' }], dateOfBirth: '2026-10-13' })
    expect(childIndexKeys(baby)).toEqual([])
    expect(childLookupKeys(baby)).toEqual([])
  })

  it('are some thirty of an ordinary child', () => {
    expect(childIndexKeys(stored).length).toBeLessThanOrEqual(30)
  })

  it('stay some hundreds of a child with eight names, homes and adults of eight names', () => {
    const eight = ['Ann', 'Bea', 'Cat', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal']
    const many = (family: string) => eight.map((given) => ({ given, family: `${given}${family}` }))
    const adults = eight.map((given, at) => ({ names: many(given), dateOfBirth: `198${at}-02-13` }))
    const addresses = eight.map((street, at) => ({
      houseNumber: '3',
      street,
      postcode: `WM${at + 1} 7QD`,
    }))
    const child = aChild({ names: many('son'), addresses, adults })
    expect(childIndexKeys(child).length).toBeLessThan(1000)
    expect(childLookupKeys(child)).toHaveLength(9)
  })
})

describe('keys of a child not yet born', () => {
  const due = (date: string, over: Partial<ChildFacts> = {}): ChildFacts =>
    aFaintChild({
      expectedDateOfDelivery: date,
      adults: [{ ...mother, dateOfBirth: undefined }],
      ...over,
    })
  const born = (dateOfBirth: string): ChildFacts =>
    aFaintChild({ dateOfBirth, adults: [{ ...mother, dateOfBirth: undefined }] })

  it.each([-21, -7, 0, 7, 21])('lead by the mother’s name to one due %i days later', (days) => {
    const other = new Date(Date.UTC(2027, 1, 1 + days)).toISOString().slice(0, 10)
    expect(shared(due('2027-02-01'), due(other))).toEqual(['child-due-mother'])
  })

  it.each([-120, -56, 0, 21])('lead to one born %i days after the day, and from it', (days) => {
    const day = new Date(Date.UTC(2027, 1, 1 + days)).toISOString().slice(0, 10)
    expect(shared(due('2027-02-01'), born(day))).toContain('child-due-mother')
    expect(shared(born(day), due('2027-02-01'))).toContain('child-born-mother')
  })

  it('lead by the mother’s date of birth where her name is another', () => {
    const married = [{ ...mother, names: [{ given: 'Ilse', family: 'Quist' }] }]
    const sought = due('2027-02-01', { adults: married })
    expect(shared(sought, due('2027-02-01', { adults: [mother] }))).toEqual(['child-due-mother'])
  })

  it('lead by the mother’s home where nobody knows her name', () => {
    const sought = due('2027-02-01', { adults: [], addresses: home })
    expect(shared(sought, due('2027-02-01', { addresses: home }))).toEqual([
      'child-house',
      'child-postcode-year',
    ])
  })

  it('lead nowhere by another home and the father', () => {
    const adults = [{ names: father.names, relationship: 'FATHER' }]
    const sought = due('2027-02-01', { adults, addresses: elsewhere })
    expect(shared(sought, due('2027-02-01', { adults }))).toEqual([])
  })

  it('hold a day expected on 1 January', () => {
    expect(shared(due('2027-01-01'), due('2027-01-01'))).toEqual(['child-due-mother'])
  })
})
