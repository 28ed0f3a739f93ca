import type { Random } from '../../local/seed/random.ts'
import type { Habit } from './names/habit.ts'
import type { Person, Sex } from './population-types.ts'

/** Two names joined; where both have two parts already, the first of each. */
export const barrelled = (random: Random, one: string, other: string): string => {
  const [first = ''] = one.split(/[ -]/)
  const [second = ''] = other.split(/[ -]/)
  return random.chance(0.8) ? `${first}-${second}` : `${first} ${second}`
}

/** The name that goes from parent to child. */
export const drawLine = (random: Random, habit: Habit): string => {
  const name = habit.family(random)
  return random.chance(habit.barrelShare) ? barrelled(random, name, habit.family(random)) : name
}

/** What a girl or woman, a boy or man of a family is called after it. */
export const borne = (habit: Habit, line: string, sex: Sex): string =>
  sex === 'F' && habit.feminine !== undefined ? habit.feminine(line) : line

const titleShare = 0.7

/** Where women bear other names than men, most do. */
export const bornName = (
  random: Random,
  habit: Habit,
  person: { line: string; sex: Sex },
): string =>
  person.sex === 'F' && habit.familyOfWomen !== undefined && random.chance(titleShare)
    ? habit.familyOfWomen(random)
    : borne(habit, person.line, person.sex)

/** The father's own name, and his father's. */
export const patronymic = (father: Pick<Person, 'given' | 'family'>): string =>
  `${father.given[0] ?? ''} ${father.family.split(' ')[0] ?? ''}`

type Names = { readonly family: string; readonly formerFamily: string | undefined }

const marriedShare = 0.78
const keepsBothShare = 0.04

/** The names of a woman who lives with a man of this line. */
export const namesOfPartner = (
  random: Random,
  habit: Habit,
  names: { readonly own: string; readonly his: string },
): Names => {
  const takesName = random.chance(marriedShare * habit.takesNameShare)
  if (!takesName) return { family: names.own, formerFamily: undefined }
  const isDouble = habit.barrelShare > 0 && random.chance(keepsBothShare)
  const family = isDouble ? barrelled(random, names.own, names.his) : names.his
  return { family, formerFamily: names.own }
}
