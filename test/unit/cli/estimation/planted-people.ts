import { createRandom, type Random } from '../../../../local/people/random.ts'
import {
  featuresOf,
  type PersonFeatures,
} from '../../../../shared/matching/normalise/person-features.ts'
import type { Person } from '../../../../shared/people/person.ts'
import { aStranger } from '../../matching/a-person.ts'

const streets = ['Mill Road', 'High Street', 'Quay Lane', 'Church Walk', 'Station Road', 'Long Row']

const wordOf = (random: Random, syllables: number): string => {
  let word = ''
  for (let at = 0; at < syllables; at += 1)
    word += random.pick([...'bdfghklmnprstvw']) + random.pick([...'aeiou'])
  return word + random.pick([...'lnrst'])
}

const homeOf = (random: Random): Person['addresses'][number] => ({
  houseNumber: String(random.between(1, 120)),
  street: random.pick(streets),
  postcode: `WM${random.between(1, 9)} ${random.between(1, 9)}A${random.pick([...'BDEFGH'])}`,
})

const twoDigits = (value: number): string => String(value).padStart(2, '0')
const dateOf = (random: Random): string =>
  `${random.between(1950, 2004)}-${twoDigits(random.between(2, 12))}-${twoDigits(random.between(2, 28))}`

const slip = (random: Random, text: string): string => {
  const at = random.between(1, text.length - 1)
  return `${text.slice(0, at)}${random.pick([...'aeiou'])}${text.slice(at + 1)}`
}

/** The person as somebody else wrote them down. */
const withErrors = (random: Random, { names: [name], ...person }: Person): Person => {
  const { given = '', family = '' } = name ?? {}
  const firstWrong = random.fraction()
  const [year = '', month = '', day = ''] = (person.dateOfBirth ?? '').split('-')
  return {
    ...person,
    names: [
      {
        given: firstWrong < 0.1 ? slip(random, given) : given.slice(0, firstWrong < 0.13 ? 1 : 99),
        family: random.chance(0.1) ? slip(random, family) : family,
      },
    ],
    dateOfBirth: random.chance(0.06)
      ? `${year}-${month}-${day.replace(/\d$/, '9')}`
      : `${year}-${month}-${day}`,
    addresses: random.chance(0.2) ? [homeOf(random)] : person.addresses,
    phones: random.chance(0.3) ? [] : person.phones,
  }
}

const peopleOf = (random: Random, count: number): readonly Person[] => {
  const givens = Array.from({ length: 90 }, () => wordOf(random, 2))
  const families = Array.from({ length: 140 }, () => wordOf(random, 3))
  let family = ''
  let addresses = [homeOf(random)]
  return Array.from({ length: count }, (_, at) => {
    // Two by two they share a home and, mostly, a name.
    if (at % 2 === 0) addresses = [homeOf(random)]
    if (at % 2 === 0 || random.chance(0.2)) family = random.favour(families)
    return aStranger({
      names: [{ given: random.favour(givens), family }],
      dateOfBirth: dateOf(random),
      sex: random.pick(['M', 'F'] as const),
      addresses,
      phones: [`07700 9${String(random.between(0, 99_999)).padStart(5, '0')}`],
    })
  })
}

export type PlantedPeople = {
  readonly register: readonly PersonFeatures[]
  readonly queries: readonly PersonFeatures[]
  /** The place in the register of the query at this place; undefined for whom nobody registered. */
  readonly truth: readonly (number | undefined)[]
}

/** 400 registered people in homes of two, and 300 queries: 240 of them about one of those, with errors planted. */
export const plantPeople = (seed: number): PlantedPeople => {
  const random = createRandom(seed)
  const people = peopleOf(random, 460)
  const registered = people.slice(0, 400)
  const asked = registered.slice(0, 240).map((person) => withErrors(random, person))
  return {
    register: registered.map((person) => featuresOf(person)),
    queries: [...asked, ...people.slice(400)].map((person) => featuresOf(person)),
    truth: [...asked.keys(), ...people.slice(400).map(() => undefined)],
  }
}
