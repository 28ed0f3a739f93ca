import { describe, expect, it } from 'vitest'
import { blockAt } from '../../../bench/population/blocks.ts'
import { csvLine } from '../../../bench/population/csv.ts'
import { spellingsOfOrigin } from '../../../bench/population/given-spellings.ts'
import { householdNumbered, householdsOf } from '../../../bench/population/household.ts'
import { notificationsOf } from '../../../bench/population/notifications.ts'
import { inhabitantAt, populationOf, registerRow } from '../../../bench/population/register.ts'
import type { Row } from '../../../bench/population/row.ts'
import { nicknames } from '../../../local/people/names/nicknames.ts'
import { isNhsNumber } from '../../../shared/kernel/is-nhs-number.ts'

const people = 30_000
const seed = 7
const register = [...populationOf({ people, seed })]
const byId = new Map(register.map((row) => [row.record_id, row]))
const notifications = [...notificationsOf({ people, seed, queries: 8000, unregistered: 0.3 })]

type Pair = { readonly told: Row; readonly known: Row }
const pairs = notifications.flatMap(({ row, registeredId }): Pair[] => {
  const known = byId.get(registeredId ?? '')
  return known === undefined ? [] : [{ told: row, known }]
})

const shareOf = <T>(list: readonly T[], test: (item: T) => boolean): number =>
  list.filter(test).length / list.length
const isWrong =
  (field: keyof Row) =>
  ({ told, known }: Pair): boolean =>
    told[field] !== '' && told[field].toLowerCase() !== known[field].toLowerCase()

describe('the register', () => {
  it('is the same for the same seed and another for another', () => {
    const again = [...populationOf({ people: 2000, seed })]
    expect(again.map((row) => csvLine(Object.values(row)))).toEqual(
      register.slice(0, 2000).map((row) => csvLine(Object.values(row))),
    )
    expect([...populationOf({ people: 2000, seed: 8 })]).not.toEqual(again)
  })

  it('begins with the whole of a shorter one', () => {
    const shorter = [...populationOf({ people: 12_345, seed })]
    expect(shorter).toHaveLength(12_345)
    expect(register.slice(0, 12_345)).toEqual(shorter)
  })

  it('makes a household again, alone', () => {
    const block = [...householdsOf(seed, blockAt(seed, 3))]
    expect(block).toHaveLength(200)
    for (const at of [0, 57, 199]) expect(householdNumbered(seed, 600 + at)).toEqual(block[at])
  })

  it('finds the person at each place', () => {
    const places = [0, 1, 471, 472, 9999, people - 1]
    const found = places.map((place) => inhabitantAt(seed, place))
    expect(found.map(({ person, household }) => registerRow(seed, person, household.home))).toEqual(
      places.map((place) => register[place]),
    )
  })

  it('has ids, NHS numbers and mobiles that nobody else has', () => {
    const numbers = register.map((row) => row.identifier).filter((number) => number !== '')
    expect(byId.size).toBe(people)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.filter((number) => !isNhsNumber(number))).toEqual([])
    expect(numbers.length / people).toBeCloseTo(0.92, 1)
  })

  it('lives 15 to 40 homes to a postcode, each postcode in one town', () => {
    const homes = new Map<string, Set<string>>()
    const towns = new Map<string, Set<string>>()
    for (const { postcode, house_number, town } of register) {
      homes.set(postcode, (homes.get(postcode) ?? new Set()).add(house_number))
      towns.set(postcode, (towns.get(postcode) ?? new Set()).add(town))
    }
    const sizes = [...homes.values()].map((houses) => houses.size).slice(0, -8)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40)
    expect([...towns.values()].every((names) => names.size === 1)).toBe(true)
  })

  it('is of an age with the country', () => {
    const years = register.map((row) => Number(row.birth_year))
    expect(Math.min(...years)).toBeGreaterThanOrEqual(1931)
    expect(Math.max(...years)).toBeLessThanOrEqual(2026)
    const children = shareOf(years, (year) => year > 2008)
    expect(children).toBeGreaterThan(0.18)
    expect(children).toBeLessThan(0.3)
  })

  it('has twins, about one birth in seventy', () => {
    const households = Array.from({ length: 60 }, (_, block) => [
      ...householdsOf(seed, blockAt(seed, block)),
    ]).flat()
    const births = households.flatMap(({ people: all }) =>
      all
        .filter(({ born }) => born.year > 2008)
        .map(({ born }, at, list) => list.findIndex((other) => other.born === born) < at),
    )
    const twins = shareOf(births, (isSecond) => isSecond)
    expect(twins).toBeGreaterThan(0.008)
    expect(twins).toBeLessThan(0.022)
  })
})

describe('notifications', () => {
  it('are the same for the same seed', () => {
    const again = [...notificationsOf({ people, seed, queries: 500, unregistered: 0.3 })]
    expect(again).toEqual(notifications.slice(0, 500))
  })

  it('name a subject of the register, or nobody', () => {
    const registered = notifications.filter(({ registeredId }) => registeredId !== undefined)
    expect(pairs).toHaveLength(registered.length)
    expect(1 - registered.length / notifications.length).toBeCloseTo(0.3, 1)
    expect(new Set(notifications.map(({ row }) => row.record_id)).size).toBe(8000)
  })

  it('never bear the NHS number of somebody else, if not by a slip', () => {
    const holders = new Map(register.map((row) => [row.identifier, row.record_id]))
    const strangers = notifications.filter(
      ({ row, registeredId }) => row.identifier !== '' && registeredId === undefined,
    )
    expect(strangers.length).toBeGreaterThan(500)
    expect(shareOf(strangers, ({ row }) => holders.has(row.identifier))).toBe(0)
  })

  it('are about somebody of every origin', () => {
    const origins = new Set(notifications.map(({ nameOrigin }) => nameOrigin))
    expect([...origins].sort()).toEqual([
      'arabic-somali',
      'caribbean',
      'celtic',
      'east-asian',
      'eastern-european',
      'english',
      'south-asian',
      'west-african',
    ])
  })

  it.each([
    {
      what: 'no NHS number',
      test: ({ told }: Pair) => told.identifier === '',
      least: 0.62,
      most: 0.68,
    },
    {
      what: 'no given name',
      test: ({ told }: Pair) => told.given_names === '',
      least: 0.01,
      most: 0.025,
    },
    {
      what: 'an initial',
      test: ({ told }: Pair) => told.given_names.length === 1,
      least: 0.012,
      most: 0.03,
    },
    {
      what: 'no date of birth',
      test: ({ told }: Pair) => told.birth_year === '',
      least: 0.08,
      most: 0.12,
    },
    {
      what: 'a year of birth only',
      test: ({ told }: Pair) => told.birth_year !== '' && told.birth_day === '',
      least: 0.01,
      most: 0.03,
    },
    { what: 'another year of birth', test: isWrong('birth_year'), least: 0.003, most: 0.015 },
    { what: 'another day of birth', test: isWrong('birth_day'), least: 0.025, most: 0.06 },
    { what: 'another surname', test: isWrong('family_name'), least: 0.1, most: 0.2 },
    {
      what: 'no postcode',
      test: ({ told }: Pair) => told.postcode === '',
      least: 0.11,
      most: 0.16,
    },
    { what: 'another street', test: isWrong('street'), least: 0.18, most: 0.32 },
  ])('have $what as often as the rates say', ({ test, least, most }) => {
    const share = shareOf(pairs, test)
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(most)
  })

  it('have a nickname or another spelling of the first name in about 7 %', () => {
    const forms = [nicknames, spellingsOfOrigin]
    const isForm = ({ told, known }: Pair): boolean => {
      const names = known.given_names.toLowerCase().split(' ')
      const [first = ''] = told.given_names.toLowerCase().split(' ')
      const others = names.flatMap((name) => forms.flatMap((list) => list.get(name) ?? []))
      return !names.includes(first) && others.some((other) => other.toLowerCase() === first)
    }
    const share = shareOf(pairs, isForm)
    expect(share).toBeGreaterThan(0.05)
    expect(share).toBeLessThan(0.09)
  })

  it('are about adults, mostly', () => {
    const children = shareOf(pairs, ({ known }) => Number(known.birth_year) > 2008)
    expect(children).toBeGreaterThan(0.12)
    expect(children).toBeLessThan(0.18)
  })

  it('place strangers in registered homes and give them registered surnames', () => {
    const home = (row: Row): string => `${row.house_number}, ${row.street}, ${row.postcode}`
    const homes = new Set(register.map(home))
    const names = new Set(register.map((row) => row.family_name))
    const strangers = notifications.filter(({ registeredId }) => registeredId === undefined)
    const atHome = shareOf(strangers, ({ row }) => homes.has(home(row)))
    expect(atHome).toBeGreaterThan(0.12)
    expect(atHome).toBeLessThan(0.35)
    expect(shareOf(strangers, ({ row }) => names.has(row.family_name))).toBeGreaterThan(0.5)
  })
})
