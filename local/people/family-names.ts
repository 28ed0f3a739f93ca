import type { Habit } from './names/habit.ts'
import type { Person, Sex } from './people-types.ts'
import type { Random } from './random.ts'

/** Two names joined; where both have two parts already, the first of each. */
const barrelled = (random: Random, one: string, other: string): string => {
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
const patronymic = (father: Pick<Person, 'given' | 'family'>): string =>
  `${father.given[0] ?? ''} ${father.family.split(' ')[0] ?? ''}`

type Names = { readonly family: string; readonly formerFamily: string | undefined }

const marriedShare = 0.78
const keepsBothShare = 0.04

/** The names of a woman who lives with a man of this line. */
const namesOfPartner = (
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

export type CoupleNames = { readonly line: string; readonly woman: Names }

/** A man's line, and the names of the woman who lives with him, whose custom may be another than his. */
export const namesOfCouple = (random: Random, his: Habit, hers = his): CoupleNames => {
  const line = drawLine(random, his)
  const own = bornName(random, hers, { line: drawLine(random, hers), sex: 'F' })
  return { line, woman: namesOfPartner(random, hers, { own, his: borne(his, line, 'F') }) }
}

type Parents = { readonly father: Person | undefined; readonly mother: Person | undefined }

/** The name of most children of a couple who bear two names. */
const lineOfTwo = (
  random: Random,
  habit: Habit,
  names: { line: string; mothers: string },
): string => {
  const among = random.fraction()
  if (habit.barrelShare > 0 && among < 0.08) return barrelled(random, names.mothers, names.line)
  return among < 0.2 ? names.mothers : names.line
}

/** The name that most children of a house bear, where it is its line unless the parents bear two. */
export const lineOfChildren = (
  random: Random,
  habit: Habit,
  { father, mother, line }: Parents & { readonly line: string },
): string => {
  if (habit.isPatronymic) {
    const absent = (): Pick<Person, 'given' | 'family'> => ({
      given: [habit.given(random, 'M', 1985)],
      family: habit.family(random),
    })
    return patronymic(father ?? absent())
  }
  if (father === undefined) return random.chance(0.55) ? line : drawLine(random, habit)
  const bearTwo = mother !== undefined && mother.formerFamily === undefined
  return bearTwo ? lineOfTwo(random, habit, { line, mothers: mother.family }) : line
}
