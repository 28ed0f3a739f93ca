import { contactsOf } from './contacts.ts'
import type { Habit } from './names/habit.ts'
import { draw } from './names/ranked.ts'
import type { Born, Person, Sex } from './people-types.ts'
import type { Random } from './random.ts'

/** What is settled about somebody before they are drawn. */
export type Wanted = {
  readonly serial: number
  readonly habit: Habit
  readonly sex: Sex
  readonly year: number
  readonly family: string
  readonly formerFamily?: string | undefined
  /** The day, where it is known. */
  readonly born?: Born | undefined
  /** A parent whose first name this child is given, as the first name or the second. */
  readonly namedAfter?: { readonly name: string; readonly as: 'first' | 'second' } | undefined
  /** The number of the adult of the house, where there is one. */
  readonly housePhone?: string
}

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const drawBorn = (random: Random, year: number): Born => {
  const month = random.between(1, 12)
  return { year, month, day: random.between(1, daysOf[month - 1] ?? 28) }
}

const unregisteredBirths = new Set(['south-asian', 'arabic-somali', 'west-african'])

/** Many who were born where births were not registered have the first of January in their papers. */
const bornOf = (random: Random, { habit, year, born }: Wanted): Born => {
  if (born !== undefined) return born
  const isJanuary = unregisteredBirths.has(habit.origin) && year < 1995 && random.chance(0.05)
  return isJanuary ? { year, month: 1, day: 1 } : drawBorn(random, year)
}

type Given = Pick<Person, 'given' | 'called'>

/** The name somebody is called by, after a leading name such as Mohammed or before a middle one. */
const givenOf = (random: Random, { habit, sex, year, namedAfter }: Wanted): Given => {
  const isNamesake = namedAfter?.as === 'first'
  const first = isNamesake ? namedAfter.name : habit.given(random, sex, year)
  const { leading } = habit
  if (leading !== undefined && sex === 'M' && random.chance(leading.share)) {
    const before = draw(random, leading.names)
    return before === first ? { given: [first], called: 0 } : { given: [before, first], called: 1 }
  }
  if (namedAfter?.as === 'second') return { given: [first, namedAfter.name], called: 0 }
  const second = random.chance(habit.middleShare) ? habit.given(random, sex, year) : first
  if (second === first) return { given: [first], called: 0 }
  // A few are called by the second of their names.
  return { given: [first, second], called: random.chance(0.05) ? 1 : 0 }
}

export const makePerson = (random: Random, wanted: Wanted): Person => {
  const { serial, family, formerFamily, sex, habit } = wanted
  const born = bornOf(random, wanted)
  const given = givenOf(random, wanted)
  const named = { given: given.given[given.called] ?? '', family, born, serial }
  return {
    ...contactsOf(random, named, wanted.housePhone ?? ''),
    ...given,
    serial,
    family,
    formerFamily,
    sex,
    born,
    origin: habit.origin,
  }
}
