import { describe, expect, it } from 'vitest'
import { localCodes } from '../../../infra/stages/local.ts'
import { ageOn, dayOf, daysFrom } from '../../../local/people/calendar.ts'
import { defaultChildren, generateRegister } from '../../../local/seed/register.ts'
import type { SeedChild } from '../../../local/seed/seed-types.ts'
import { adultIdSchema, hubWide, localIdSchema } from '../../../shared/kernel/ids.ts'
import { childSchema, relationships } from '../../../shared/register/child.ts'
import { isRemoval, statusCodes } from '../../../shared/register/child-status.ts'
import { isInventedEmail, isInventedNhsNumber, isInventedPhone } from '../../builders/invented.ts'
import { createInMemoryRegister } from './in-memory-register.ts'

const today = new Date('2026-11-24T10:00:00Z')
const register: readonly SeedChild[] = [...generateRegister({ children: 2_000, today })]
const adults = register.flatMap(({ child }) => child.adults)
const distinctAdults = [...new Map(adults.map((adult) => [adult.id, adult])).values()]
const addresses = [
  ...register.flatMap(({ child }) => child.addresses ?? []),
  ...adults.flatMap((adult) => adult.addresses ?? []),
]
const shareOf = <T>(list: readonly T[], holds: (item: T) => boolean): number =>
  list.filter(holds).length / list.length

describe('an invented register', () => {
  it('holds records that the hub accepts, as many as asked for', () => {
    expect(register).toHaveLength(2_000)
    for (const { child } of register) expect(childSchema.safeParse(child).error).toBeUndefined()
    expect([...generateRegister({ today })]).toHaveLength(defaultChildren)
  })

  it('is the same for a seed and a day, and begins alike however long it is', () => {
    const short = [...generateRegister({ children: 300, today })]
    expect(short).toEqual(register.slice(0, 300))
    expect([...generateRegister({ children: 300, today, seed: 4 })]).not.toEqual(short)
  })

  it('gives each child an id of its own that says nothing', () => {
    expect(new Set(register.map(({ id }) => id)).size).toBe(2_000)
    for (const { id } of register) expect(localIdSchema.parse(id)).toMatch(/^C\d{6}$/)
    for (const { id } of adults) expect(localIdSchema.parse(id)).toMatch(/^A\d{6}$/)
  })

  it('describes an adult alike for each of their children', () => {
    for (const [, records] of Map.groupBy(adults, ({ id }) => id))
      expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1)
  })

  it('keeps children under eighteen and births within forty weeks', () => {
    for (const { child } of register) {
      if (child.dateOfBirth !== undefined) {
        expect(child.dateOfBirth < dayOf(today)).toBe(true)
        expect(ageOn(child.dateOfBirth, today)).toBeLessThan(18)
      }
      const due = child.expectedDateOfDelivery ?? daysFrom(today, 1)
      expect(due > dayOf(today) && due <= daysFrom(today, 280)).toBe(true)
    }
  })

  it('never uses a number or mailbox that could be anybody’s', () => {
    const phones = distinctAdults.flatMap((adult) => adult.phones ?? [])
    expect(phones.length).toBeGreaterThan(900)
    for (const phone of phones) expect(isInventedPhone(phone)).toBe(true)
    const numbers = [
      ...register.flatMap(({ child }) => child.nhsNumber ?? []),
      ...new Set(adults.flatMap((adult) => adult.nhsNumbers ?? [])),
    ]
    for (const number of numbers) expect(isInventedNhsNumber(number)).toBe(true)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const email of adults.flatMap((adult) => adult.emails ?? []))
      expect(isInventedEmail(email)).toBe(true)
  })

  it('never uses a postcode or property that stands anywhere', () => {
    for (const { postcode, uprn } of addresses) {
      expect(postcode).toMatch(/^(WM|NM|EV)\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/)
      if (uprn !== undefined) expect(uprn).toMatch(/^9999\d{8}$/)
    }
  })
})

describe('the families of a register', () => {
  it('are of every authority, status and relationship that families have', () => {
    expect(new Set(register.map(({ authority }) => authority))).toEqual(new Set(localCodes))
    expect(new Set(register.map(({ child }) => child.status.code))).toEqual(new Set(statusCodes))
    const met = new Set(adults.map(({ relationship }) => relationship))
    expect(relationships.filter((each) => !met.has(each))).toEqual(['OTHER_RELATIVE', 'OTHER'])
  })

  it.each([
    ['siblings who share an adult', 0.4, ({ child }: SeedChild) => sharesAdults(child.adults)],
    ['a lone adult', 0.2, ({ child }: SeedChild) => child.adults.length === 1],
    ['children not yet born', 0.01, ({ child }: SeedChild) => child.name === undefined],
    ['a protected address', 0.02, ({ child }: SeedChild) => child.restricted?.address === true],
    ['adoption', 0.005, ({ child }: SeedChild) => child.restricted?.adopted === true],
    ['a home left', 0.2, ({ child }: SeedChild) => (child.addresses ?? []).length > 1],
    ['a double-barrelled name', 0.03, ({ child }: SeedChild) => isBarrelled(child.name?.family)],
    ['a removal before', 0.05, ({ child }: SeedChild) => child.adults.some(hadRemoval)],
  ])('have %s', (_, least, holds) => {
    expect(shareOf(register, holds)).toBeGreaterThan(least)
  })

  it.each([
    ['a former name', 0.1, /^\p{Lu}/u],
    ['a name in Cyrillic', 0.005, /\p{Script=Cyrillic}/u],
    ['a name in Arabic', 0.005, /\p{Script=Arabic}/u],
    ['a name in Chinese', 0.002, /\p{Script=Han}/u],
  ])('have adults with %s', (_, least, script) => {
    const found = shareOf(distinctAdults, ({ names }) =>
      names.slice(1).some(({ given = '', family = '' }) => script.test(given) && family !== ''),
    )
    expect(found).toBeGreaterThan(least)
  })

  it('have twins, who never bear one name', () => {
    const born = register.filter(({ child }) => child.dateOfBirth !== undefined)
    const twins = [
      ...Map.groupBy(
        born,
        ({ child }) => `${child.adults.map(({ id }) => id)} ${child.dateOfBirth}`,
      ).values(),
    ].filter(({ length }) => length > 1)
    expect(twins.length).toBeGreaterThan(3)
    for (const pair of twins)
      expect(new Set(pair.map(({ child }) => child.name?.given)).size).toBe(pair.length)
  })

  it('are known to two authorities here and there', () => {
    const authoritiesByNumber = new Map<string, Set<string>>()
    for (const { authority, child } of register)
      for (const number of child.adults.flatMap((adult) => adult.nhsNumbers ?? []))
        authoritiesByNumber.set(
          number,
          (authoritiesByNumber.get(number) ?? new Set()).add(authority),
        )
    const shared = [...authoritiesByNumber.values()].filter(({ size }) => size > 1)
    expect(shared.length).toBeGreaterThan(3)
  })
})

describe('recording the register', () => {
  it('derives a removal from every mother whose child was taken into care, adopted or placed', async () => {
    const stored = createInMemoryRegister()
    for (const child of register) await stored.put(child, today)
    const mothers = register
      .filter(({ child }) => isRemoval(child.status))
      .flatMap(({ authority, child }) =>
        child.adults
          .filter(({ relationship }) => relationship === 'MOTHER')
          .map(({ id }) => stored.adultAt(adultIdSchema.parse(hubWide(authority, id)))),
      )
    expect(mothers.length).toBeGreaterThan(50)
    for (const mother of mothers) expect(mother?.previousRemoval).toBe(true)
  })
})

const idsOfSeveral = new Set(
  [...Map.groupBy(adults, ({ id }) => id)].flatMap(([id, { length }]) => (length > 1 ? [id] : [])),
)
const sharesAdults = (of: SeedChild['child']['adults']): boolean =>
  of.some(({ id }) => idsOfSeveral.has(id))
const isBarrelled = (family = ''): boolean => /\p{L}-\p{L}/u.test(family)
const hadRemoval = ({ previousRemoval }: SeedChild['child']['adults'][number]): boolean =>
  previousRemoval === true
