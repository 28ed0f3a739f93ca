import type { Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import {
  addressOf,
  adultOf,
  dateOf,
  type Family,
  type Member,
  registeredChild,
} from './families.ts'
import { another, calledOf, firstOf, likeName, otherBirth } from './other-children.ts'
import { toldAddresses, toldAdult, toldChild } from './told-child.ts'

/**
 * What one concern tells of a child. `added` stands in the register beside all families, under ids of this list;
 * `sought` is the id of the child meant, if the register has it.
 */
export type Asked = {
  readonly query: ChildFacts
  readonly sought?: string | undefined
  readonly added?: Readonly<Record<string, ChildFacts>>
}

/** A registered child, children of two other families, and chance. */
export type Setting = {
  readonly member: Member
  readonly other: Member
  readonly third: Member
  readonly random: Random
}

export const idOf = ({ child }: Member): string => `c${child.serial}`

export type Case = (setting: Setting) => Asked | undefined

const unregistered = (child: Member, { random }: Setting): Asked => ({
  query: toldChild(child, random),
})

const parentOf = ({ parents }: Family, sex: Person['sex']): Person | undefined =>
  parents.find((parent) => parent.sex === sex)

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

/** After every birth of the population. */
const nextBirth = (random: Random): string =>
  `2027-0${random.between(6, 9)}-1${random.between(0, 9)}`

type Expected = {
  readonly family: Family
  readonly adults: readonly Person[]
  readonly due: string
}

const toldUnborn = ({ family, adults, due }: Expected, random: Random): ChildFacts => ({
  names: [],
  expectedDateOfDelivery: due,
  nhsNumbers: [],
  addresses: toldAddresses(adults[0], family.home, random),
  adults: adults.map((adult) => toldAdult(adult, family.home, random)),
})

const registeredUnborn = ({ family, adults, due }: Expected): ChildFacts => ({
  names: [],
  expectedDateOfDelivery: due,
  nhsNumbers: [],
  addresses: [addressOf(family.home)],
  adults: adults.map(adultOf),
})

/** Each kind of concern about a child; undefined where the families have nobody for it. */
export const cases: Readonly<Record<string, Case>> = {
  'a registered child': ({ member, random }) => ({
    query: toldChild(member, random),
    sought: idOf(member),
  }),
  'a registered child who moved': ({ member, other, random }) => ({
    query: toldChild(member, random, other.family.home),
    sought: idOf(member),
  }),
  'an unknown brother or sister': (setting) => {
    const { member, other, random } = setting
    const { sex } = other.child
    const born = otherBirth(member.child.born, random)
    const given = [calledOf(other.child)]
    return unregistered(another(member, random, { given, sex, born }), setting)
  },
  'an unknown twin': (setting) => {
    const { member, other, random } = setting
    const { sex } = other.child
    return unregistered(another(member, random, { given: [calledOf(other.child)], sex }), setting)
  },
  'an unknown twin of like name': (setting) => {
    const { member, random } = setting
    const given = [likeName(random, calledOf(member.child))]
    return unregistered(another(member, random, { given }), setting)
  },
  'an unknown twin of one first name': (setting) => {
    const { member, other, random } = setting
    const second = calledOf(other.child)
    const twin = another(member, random, { given: ['Mohammed', second] })
    const known = another(member, random, { given: ['Muhammad', likeName(random, second)] })
    return { ...unregistered(twin, setting), added: { t1: registeredChild(known) } }
  },
  'an unknown sister or brother of like name': (setting) => {
    const { member, random } = setting
    const born = otherBirth(member.child.born, random)
    const given = [likeName(random, calledOf(member.child))]
    return unregistered(another(member, random, { given, born }), setting)
  },
  'twins of like name, both registered': ({ member, random }) => {
    const twin = another(member, random, { given: [likeName(random, calledOf(member.child))] })
    return {
      query: toldChild(member, random),
      sought: idOf(member),
      added: { t1: registeredChild(twin) },
    }
  },
  'an unknown half-brother or half-sister': (setting) => {
    const { member, other, third, random } = setting
    const parents = [...member.family.parents.slice(0, 1), ...other.family.parents.slice(0, 1)]
    const { given, sex } = third.child
    const { family } = other.child
    const born = otherBirth(member.child.born, random)
    const of = { ...member.family, parents }
    return unregistered(another(member, random, { given, sex, family, born, of }), setting)
  },
  'an unknown cousin of one surname at the same home': (setting) => {
    const { member, other, third, random } = setting
    const given = random.chance(0.3) ? member.child.given : [calledOf(third.child)]
    const born = otherBirth(member.child.born, random)
    const of = { ...other.family, home: member.family.home }
    return unregistered(another(member, random, { given, born, of }), setting)
  },
  'a namesake born that day in another town': (setting) => {
    const { member, other, random } = setting
    const { query } = unregistered(another(member, random, { of: other.family }), setting)
    const isPlaced = query.addresses.some(({ postcode, street }) => postcode ?? street)
    return isPlaced ? { query } : undefined
  },
  'an unknown child named after its father': (setting) => {
    const { member, random } = setting
    const father = parentOf(member.family, 'M')
    const isTaken = (name: string): boolean =>
      member.family.children.some(({ given }) => given.includes(name))
    if (father === undefined || isTaken(firstOf(father))) return undefined
    const born = otherBirth(member.child.born, random)
    return unregistered(
      another(member, random, { given: [firstOf(father)], sex: 'M', born }),
      setting,
    )
  },
  'an unborn child, registered': ({ member: { family }, random }) => {
    const mother = parentOf(family, 'F')
    if (mother === undefined) return undefined
    const expected = { family, adults: [mother], due: nextBirth(random) }
    const due = addDays(expected.due, random.between(-14, 14))
    return {
      query: toldUnborn({ ...expected, due }, random),
      sought: 'u1',
      added: { u1: registeredUnborn(expected) },
    }
  },
  'an unborn child, since born': ({ member, random }) => {
    const { child, family } = member
    const mother = parentOf(family, 'F')
    if (mother === undefined) return undefined
    const due = addDays(dateOf(child.born), random.between(-20, 60))
    const sought = idOf(member)
    return { query: toldUnborn({ family, adults: [mother], due }, random), sought }
  },
  'another pregnancy of the father': ({ member: { family }, other, random }) => {
    const [mother, father, partner] = [
      parentOf(family, 'F'),
      parentOf(family, 'M'),
      parentOf(other.family, 'F'),
    ]
    if (mother === undefined || father === undefined || partner === undefined) return undefined
    const due = nextBirth(random)
    return {
      query: toldUnborn({ family: other.family, adults: [partner, father], due }, random),
      added: { u1: registeredUnborn({ family, adults: [mother, father], due }) },
    }
  },
}
