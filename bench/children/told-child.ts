import { factsOf } from '../../cli/evaluate/read-people.ts'
import type { Home, Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { AdultOfChild, ChildFacts } from '../../shared/matching/child-facts.ts'
import type { PersonFacts } from '../../shared/matching/normalise/person-features.ts'
import { notificationRow } from '../population/notification.ts'
import { type Member, relationshipOf } from './families.ts'

/** How often a concern about a child leaves a part out, beside what the slips of a notification take. Our own estimate. */
export const leftOut = {
  date: 0.25,
  ageForDate: 0.5,
  address: 0.15,
  parent: 0.35,
  parentDate: 0.3,
} as const

/** The day on which every concern of the bench is told. */
const toldOn = '2026-11-26'

const told = (person: Person, home: Home, random: Random): PersonFacts =>
  factsOf(notificationRow('', { person, home }, random))

/** What is known of a date, from its start. */
export const partialDate = (date: string | undefined): string | undefined => {
  const [year = 'XXXX', month = 'XX', day = 'XX'] = date?.split('-') ?? []
  if (year.includes('X')) return undefined
  if (month.includes('X')) return year
  return day.includes('X') ? `${year}-${month}` : `${year}-${month}-${day}`
}

const yearsOld = (date: string): number => {
  const years = Number(toldOn.slice(0, 4)) - Number(date.slice(0, 4))
  return Math.max(0, date.slice(5) > toldOn.slice(5) ? years - 1 : years)
}

export const toldAdult = (parent: Person, home: Home, random: Random): AdultOfChild => {
  const { names, dateOfBirth } = told(parent, home, random)
  return {
    names,
    dateOfBirth: random.chance(leftOut.parentDate) ? undefined : partialDate(dateOfBirth),
    relationship: relationshipOf(parent),
  }
}

const whenBorn = (
  date: string | undefined,
  random: Random,
): Pick<ChildFacts, 'dateOfBirth' | 'age'> => {
  if (date === undefined || !random.chance(leftOut.date)) return { dateOfBirth: date }
  const isAged = random.chance(leftOut.ageForDate) && date.length === 10
  return isAged ? { age: { years: yearsOld(date), on: toldOn } } : {}
}

/** A child as a concern tells of one, with the errors of a notification, and parts left out. `home` is where it lives now. */
export const toldChild = (
  { child, family }: Member,
  random: Random,
  home: Home = family.home,
): ChildFacts => {
  const { names, dateOfBirth, sex, addresses, otherIdentifiers = [] } = told(child, home, random)
  return {
    names,
    ...whenBorn(partialDate(dateOfBirth), random),
    sex,
    nhsNumbers: otherIdentifiers,
    addresses: random.chance(leftOut.address) ? [] : addresses,
    adults: family.parents
      .filter(() => !random.chance(leftOut.parent))
      .map((parent) => toldAdult(parent, home, random)),
  }
}

/** The home as told with somebody, or nothing of it. */
export const toldAddresses = (
  person: Person | undefined,
  home: Home,
  random: Random,
): ChildFacts['addresses'] =>
  person === undefined || random.chance(leftOut.address) ? [] : told(person, home, random).addresses
