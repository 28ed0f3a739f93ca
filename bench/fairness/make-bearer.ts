import { contactsOf } from '../../local/people/contacts.ts'
import type { Born, Sex } from '../../local/people/people-types.ts'
import { drawBorn } from '../../local/people/person.ts'
import type { Random } from '../../local/people/random.ts'
import { type Bearer, type Name, wordsOf } from './bearer.ts'
import type { Culture } from './culture.ts'

type Wanted = {
  readonly serial: number
  readonly name: Name
  readonly sex: Sex
  readonly born: Born
  readonly formerFamily?: string | undefined
  readonly housePhone?: string
}

/** A day of a year; the first of January where births are not registered, in the culture's share of them. */
export const drawBirth = (random: Random, culture: Culture, year: number): Born =>
  year < 1996 && random.chance(culture.firstOfJanuaryShare)
    ? { year, month: 1, day: 1 }
    : drawBorn(random, year)

export const makeBearer = (random: Random, wanted: Wanted): Bearer => {
  const { serial, name, sex, born, formerFamily, housePhone = '' } = wanted
  const named = { given: name.called, family: name.family, born, serial }
  return {
    ...contactsOf(random, named, housePhone),
    ...{ serial, name, sex, born, formerFamily },
    given: wordsOf(name),
    called: name.before.length,
    family: name.family,
  }
}
