import { describe, expect, it } from 'vitest'
import type { ChildFacts } from '../../../shared/matching/child-facts.ts'
import { aChild, aFaintChild, elsewhere, home, matched, mother, partner } from './a-child.ts'
import { nhsNumbers } from './a-person.ts'

const [number, otherNumber] = nhsNumbers
const named = (given: string, family: string, dateOfBirth: string): ChildFacts =>
  aChild({ names: [{ given, family }], dateOfBirth })
const family = {
  dorian: named('Dorian', 'Pelz', '2022-03-24'),
  hanna: named('Hanna', 'Pelz', '2019-05-16'),
  oskar: named('Oskar', 'Krolak', '2025-07-18'),
}
const members = Object.entries(family)
const dorian = [{ given: 'Dorian', family: 'Pelz' }]

describe('a child of a home with others', () => {
  it.each(members)('is found as itself by name and date: %s', (id, child) => {
    expect(matched({ ...child, adults: [partner] }, family)).toMatchObject({
      band: 'CONFIRMED',
      confirmed: [id],
    })
  })

  it.each(members)('is found as itself by forename and date: %s', (id, child) => {
    const names = child.names.map(({ given }) => ({ given }))
    expect(matched({ ...child, names, adults: [] }, family).confirmed).toEqual([id])
  })

  it.each(members)('is found as itself by name and home: %s', (id, child) => {
    const query = { ...child, dateOfBirth: undefined, adults: [partner] }
    expect(matched(query, family).confirmed).toEqual([id])
  })

  it.each(members)('is found as itself by name and mother: %s', (id, child) => {
    const query = { ...child, dateOfBirth: undefined, addresses: [] }
    expect(matched(query, family).confirmed).toEqual([id])
  })

  it.each(members)('is nobody while only the others are registered: %s', (id, child) => {
    const others = Object.fromEntries(members.filter(([other]) => other !== id))
    expect(matched(child, others)).toMatchObject({ band: 'NONE', candidates: [] })
  })

  it.each(members)('is found by another name that the register has: %s', (id, child) => {
    const names = [{ given: 'Wren', family: 'Ashby' }, ...child.names]
    expect(matched(child, { ...family, [id]: { ...child, names } }).confirmed).toEqual([id])
  })
})

describe('a child is confirmed', () => {
  it.each<[string, Partial<ChildFacts>]>([
    ['name and NHS number', { names: dorian, nhsNumbers: [number] }],
    ['forename and NHS number', { names: [{ given: 'Dorian' }], nhsNumbers: [number] }],
    [
      'family name and NHS number',
      { names: [{ given: 'Baby', family: 'Pelz' }], nhsNumbers: [number] },
    ],
    ['name and date', { names: dorian, dateOfBirth: '2022-03-24' }],
    [
      'name, home and date, day and month exchanged',
      { names: dorian, dateOfBirth: '2022-11-05', addresses: home },
    ],
    [
      'a short form with date and home',
      {
        names: [{ given: 'Dorrie', family: 'Pelz' }, ...dorian],
        dateOfBirth: '2022-03-24',
        addresses: home,
      },
    ],
    ['name, year and home', { names: dorian, dateOfBirth: '2022', addresses: home }],
    ['name, month and mother', { names: dorian, dateOfBirth: '2022-03', adults: [mother] }],
    ['name, age and home', { names: dorian, age: { years: 4, on: '2026-11-26' }, addresses: home }],
    [
      'name, age and mother, who moved with it',
      {
        names: dorian,
        age: { years: 4, on: '2026-11-26' },
        addresses: elsewhere,
        adults: [mother],
      },
    ],
    [
      'forename, age and mother',
      { names: [{ given: 'Dorian' }], age: { years: 4, on: '2026-11-26' }, adults: [mother] },
    ],
  ])('by %s', (told, known) => {
    const dateOfBirth = told.includes('exchanged') ? '2022-05-11' : '2022-03-24'
    const child = aChild({ nhsNumbers: [number], dateOfBirth })
    expect(matched(aFaintChild(known), { child }).confirmed).toEqual(['child'])
  })
})

describe('a child is left to a person', () => {
  it.each<[string, Partial<ChildFacts>, string]>([
    ['a name alone', { names: dorian }, 'name-alone'],
    [
      'a date alone at the same home',
      { dateOfBirth: '2022-03-24', addresses: home },
      'forename-differs',
    ],
    [
      'a date, at the same home, of a baby without a name',
      { names: [{ given: 'Baby', family: 'Pelz' }], dateOfBirth: '2022-03-24', addresses: home },
      'forename-differs',
    ],
    [
      'name and date in another town',
      { names: dorian, dateOfBirth: '2022-03-24', addresses: elsewhere },
      'lives-elsewhere',
    ],
    [
      'name and date, of another mother',
      {
        names: dorian,
        dateOfBirth: '2022-03-24',
        adults: [
          { ...mother, names: [{ given: 'Joan', family: 'Quist' }], dateOfBirth: '1979-09-09' },
        ],
      },
      'lives-elsewhere',
    ],
    [
      'name and home, of another mother',
      {
        names: dorian,
        addresses: home,
        adults: [
          { ...mother, names: [{ given: 'Joan', family: 'Quist' }], dateOfBirth: '1979-09-09' },
        ],
      },
      'name-alone',
    ],
    [
      'name and home, a year younger',
      { names: dorian, age: { years: 3, on: '2026-11-26' }, addresses: home },
      'date-of-birth-differs',
    ],
    [
      'name and home, another NHS number',
      { names: dorian, dateOfBirth: '2022-03-24', addresses: home, nhsNumbers: [otherNumber] },
      'nhs-number-differs',
    ],
    [
      'an initial with date and home',
      { names: [{ given: 'D', family: 'Pelz' }], dateOfBirth: '2022-03-24', addresses: home },
      'forename-differs',
    ],
  ])('for %s', (_, known, guard) => {
    const { band, candidates } = matched(aFaintChild(known), {
      child: aChild({ nhsNumbers: [number] }),
    })
    expect(band).toBe('POSSIBLE')
    expect(candidates[0]?.guards).toContain(guard)
  })

  it('is nobody under another name in another town, whatever its age', () => {
    const query = aFaintChild({
      names: [{ given: 'Victoria' }],
      age: { years: 4, on: '2026-11-26' },
      addresses: elsewhere,
    })
    expect(matched(query, family).band).toBe('NONE')
  })

  it('is a question under another name where the adult is the same', () => {
    const query = aFaintChild({
      names: [{ given: 'Victoria' }],
      age: { years: 4, on: '2026-11-26' },
      adults: [mother],
    })
    expect(matched(query, { dorian: family.dorian }).band).not.toBe('CONFIRMED')
  })
})

describe('children of like names', () => {
  const twin = (given: string): ChildFacts => named(given, 'Lee', '2020-02-15')

  it.each([
    ['Jade', 'Jada'],
    ['Hassan', 'Hussain'],
    ['Ella', 'Ellie'],
    ['Emma', 'Emily'],
    ['Alexander', 'Alexandra'],
    ['Daniel', 'Danielle'],
    ['Muhammad Hassan', 'Muhammad Hussain'],
    ['Mohammed Yusuf', 'Muhammad Ali'],
    ['Maria Anna', 'Maria Sofia'],
  ])('born on one day are never taken for each other: %s, %s', (one, other) => {
    expect(matched(twin(one), { other: twin(other) }).band).toBe('POSSIBLE')
    expect(matched(twin(other), { one: twin(one) }).band).toBe('POSSIBLE')
    const both = matched(twin(one), { one: twin(one), other: twin(other) })
    expect(both.confirmed).not.toContain('other')
    expect(both.candidates[0]?.id).toBe('one')
  })

  it.each([
    ['Jade', 'Jada'],
    ['Hassan', 'Hussain'],
    ['Sophie', 'Sofia'],
  ])('of two ages are told by the date, and not without: %s, %s', (one, other) => {
    const registered = { one: twin(one), other: named(other, 'Lee', '2017-11-28') }
    expect(matched(twin(one), registered).confirmed).toEqual(['one'])
    expect(matched({ ...twin(one), dateOfBirth: undefined }, registered).confirmed).toEqual([])
    const { other: alone } = registered
    const undated = { ...twin(one), dateOfBirth: undefined }
    expect(matched(undated, { alone }).band).toBe('POSSIBLE')
  })

  it('are told by the NHS number', () => {
    const registered = {
      jade: { ...twin('Jade'), nhsNumbers: [number] },
      jada: { ...twin('Jada'), nhsNumbers: [otherNumber] },
    }
    const query = { ...twin('Jade'), nhsNumbers: [number] }
    expect(matched(query, registered).confirmed).toEqual(['jade'])
  })

  it('entered by two authorities are two children', () => {
    const registered = { one: twin('Muhammad Hassan'), other: twin('Muhammad Hussain') }
    expect(matched({ ...twin('Muhammad Hassan'), nhsNumbers: [] }, registered).confirmed).toEqual([
      'one',
    ])
  })
})

describe('one child entered by two authorities', () => {
  it('is confirmed in both', () => {
    const registered = { here: aChild(), there: aChild() }
    expect(matched(aChild(), registered).confirmed).toEqual(['here', 'there'])
  })
})

describe('a child who is, or was, not yet born', () => {
  const expected = (due: string, over: Partial<ChildFacts> = {}): ChildFacts =>
    aFaintChild({ expectedDateOfDelivery: due, adults: [mother], ...over })
  const born = { oskar: family.oskar }

  it('is confirmed by the mother and a date three weeks off at most', () => {
    const unborn = { unborn: expected('2027-02-01') }
    expect(matched(expected('2027-02-22'), unborn).confirmed).toEqual(['unborn'])
    expect(matched(expected('2027-02-23'), unborn).band).not.toBe('CONFIRMED')
  })

  it('is confirmed once born, among brothers and sisters, and before', () => {
    expect(matched(expected('2025-08-01'), family).confirmed).toEqual(['oskar'])
    const named = { ...family.oskar, addresses: [] }
    expect(matched(named, { unborn: expected('2025-08-01') }).confirmed).toEqual(['unborn'])
  })

  it.each([
    ['2025-11-15', 'CONFIRMED'],
    ['2025-11-16', 'NONE'],
    ['2025-06-27', 'CONFIRMED'],
    ['2025-06-26', 'NONE'],
  ])('was due on %s: %s', (due, band) => {
    expect(matched(expected(due), born).band).toBe(band)
  })

  it('may be either of twins', () => {
    const twins = {
      max: named('Max', 'Lutz', '2025-07-18'),
      ada: named('Ada', 'Lutz', '2025-07-18'),
    }
    expect(matched(expected('2025-08-01'), twins).band).toBe('MANY')
  })

  it('is not confirmed by the father, who may have two', () => {
    const father = {
      ...mother,
      names: [{ given: 'Mariusz', family: 'Krolak' }],
      relationship: 'FATHER',
    }
    const registered = { unborn: expected('2027-02-01', { adults: [mother, father] }) }
    expect(matched(expected('2027-02-01', { adults: [father] }), registered).band).toBe('POSSIBLE')
  })
})

describe('the answer', () => {
  it('explains itself in lines of children alone, that sum to the weight', () => {
    const [candidate] = matched(aChild(), { dorian: aChild() }).candidates
    const lines = candidate?.explanation ?? []
    expect(lines.map(({ comparison, level }) => `${comparison}: ${level}`)).toEqual([
      'prior: before-looking',
      'name-form: current',
      'given-name: exact',
      'family-name: exact',
      'date-of-birth: exact',
      'identifier: not-compared',
      'address: home',
      'town: not-compared',
      'sex: not-compared',
      'own-name: itself',
      'age: not-compared',
      'expected-date: not-compared',
      'adults: full-name-and-date',
      'given-name-rarity: rare',
      'family-name-rarity: rare',
      'household: possible',
      'other-candidates: far',
    ])
    expect(lines.reduce((sum, { bits }) => sum + bits, 0)).toBe(candidate?.weight)
  })
})
