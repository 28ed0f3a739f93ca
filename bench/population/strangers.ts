import { homeAt } from '../../local/people/homes.ts'
import { firstStrangerSerial } from '../../local/people/invented-numbers.ts'
import { habitOfOrigin, minorityShare } from '../../local/people/names/origins.ts'
import { type Born, type Home, lastYear, type Person } from '../../local/people/people-types.ts'
import { drawBorn } from '../../local/people/person.ts'
import type { Random } from '../../local/people/random.ts'
import { homesOf } from './blocks.ts'
import { makePeople } from './household.ts'
import { householdKinds } from './household-kinds.ts'
import { postcodeAt } from './postcodes.ts'
import type { Inhabitant } from './register.ts'

/** Where somebody lives whom the register does not know. */
const strangerHomes = [
  { share: 30, at: 'a registered home' },
  { share: 40, at: 'a registered street' },
  { share: 30, at: 'elsewhere' },
] as const

/** How somebody whom the register does not know is like somebody whom it knows. */
const likenesses = [
  { share: 76, like: 'nobody' },
  { share: 15, like: 'surname' },
  { share: 3, like: 'namesake relative' },
  { share: 2, like: 'sibling' },
  { share: 4, like: 'name and year' },
] as const
type Likeness = (typeof likenesses)[number]['like']

export type Surroundings = {
  readonly seed: number
  readonly random: Random
  readonly index: number
  readonly isChild: boolean
  /** Somebody of the register to live with, and somebody to be like. */
  readonly host: Inhabitant
  readonly model: Inhabitant
  /** How many postcodes the register fills. */
  readonly postcodes: number
}

type Draw = (random: Random, own: Person, model: Person) => Person

/** A generation before, or after somebody who is old enough. */
const otherGeneration = (random: Random, year: number): number =>
  year > lastYear - 45 ? year - random.between(20, 36) : year + random.between(20, 36)

/** The e-mail address would have the person's name before likening. */
const as = (own: Person, other: Partial<Person>): Person => ({ ...own, ...other, email: '' })

const calledBy = ({ given, called }: Person): string => given[called] ?? ''

/** Somebody of the same surname, with a given name such as that family gives. */
const relative = (random: Random, { family, origin, sex }: Person, born: Born): Partial<Person> => {
  const given = habitOfOrigin(random, origin).given(random, sex, born.year)
  return { family, formerFamily: undefined, origin, sex, given: [given], called: 0, born }
}

const likened: Readonly<Record<Likeness, Draw>> = {
  nobody: (_, own) => own,
  surname: (random, own, model) => as(own, relative(random, model, own.born)),
  // Father and son, mother and daughter: one name, a generation apart.
  'namesake relative': (random, own, { given, called, family, sex, origin, born }) =>
    as(own, {
      ...{ given, called, family, sex, origin },
      born: drawBorn(random, otherGeneration(random, born.year)),
    }),
  sibling: (random, own, model) => {
    const year = Math.min(lastYear, model.born.year + random.pick([-4, -3, -2, 2, 3]))
    const born = random.chance(0.15) ? model.born : drawBorn(random, year)
    const sibling = as(own, relative(random, model, born))
    // Nobody has a brother of his own name.
    return calledBy(sibling) === calledBy(model) ? own : sibling
  },
  'name and year': (random, own, { given, called, family, sex, origin, born }) =>
    as(own, { ...{ given, called, family, sex, origin }, born: drawBorn(random, born.year) }),
}

const streetHome = ({ seed, random, postcodes }: Surroundings, isRegistered: boolean): Home => {
  const postcode = isRegistered
    ? random.between(0, postcodes - 1)
    : postcodes + random.between(1, 5000)
  return homeAt(random, postcodeAt(seed, postcode), homesOf(postcode) + random.between(0, 9))
}

const families = householdKinds.map((kind) => ({ kind, share: kind.count }))
const mostMembers = 8

const drawPerson = ({ random, index, isChild }: Surroundings): Person => {
  for (let tries = 0; ; tries += 1) {
    const people = makePeople(random, {
      kind: random.weighted(families).kind,
      shareOfMinority: minorityShare,
      firstSerial: firstStrangerSerial + index * mostMembers,
    })
    const person = random.pick(people)
    if (person.born.year > lastYear - 18 === isChild || tries > 50) return person
  }
}

/** Somebody of the same names and homes as the register's people, who is not one of them. */
export const makeStranger = (
  surroundings: Surroundings,
): { readonly person: Person; readonly home: Home } => {
  const { random, host } = surroundings
  const own = drawPerson(surroundings)
  const { like } = random.weighted(likenesses)
  const { at } = random.weighted(strangerHomes)
  // One of the family whom the register has missed: the same surname in the same house.
  const isOfHouse = like === 'surname' && at === 'a registered home'
  const model = isOfHouse ? host : surroundings.model
  const isWithModel = (like === 'namesake relative' || like === 'sibling') && random.chance(0.5)
  const person = likened[like](random, own, model.person)
  if (isWithModel) return { person, home: model.household.home }
  if (at === 'a registered home') return { person, home: host.household.home }
  return { person, home: streetHome(surroundings, at === 'a registered street') }
}
