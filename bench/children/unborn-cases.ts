import type { Person } from '../../local/people/people-types.ts'
import type { Random } from '../../local/people/random.ts'
import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import { type Case, idOf, parentOf } from './case.ts'
import { addressOf, adultOf, dateOf, type Family } from './families.ts'
import { toldAddresses, toldAdult } from './told-child.ts'

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

/** Each kind of concern about a child who is not yet born. */
export const unbornCases: Readonly<Record<string, Case>> = {
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
