import { borne, drawLine } from './family-names.ts'
import type { Habit } from './names/habit.ts'
import type { Born, Person, Sex } from './people-types.ts'
import { makePerson, type Wanted } from './person.ts'
import type { Random } from './random.ts'

/** The house that children are born into. */
export type Family = {
  readonly random: Random
  readonly habit: Habit
  readonly mother: Person | undefined
  readonly father: Person | undefined
  /** The name that most of the children bear. */
  readonly line: string
}

const halfSiblingShare = 0.06

/** Some first sons are named as their fathers are, more children by a second name. */
const namesakeOf = ({ random, mother, father }: Family, sex: Sex): Wanted['namedAfter'] => {
  const name = (sex === 'M' ? father : mother)?.given[0]
  if (name === undefined) return undefined
  const among = random.fraction()
  if (sex === 'M' && among < 0.03) return { name, as: 'first' }
  return among > 0.92 ? { name, as: 'second' } : undefined
}

const makeChild = (
  family: Family,
  { serial, line, born }: { readonly serial: number; readonly line: string; readonly born: Born },
): Person => {
  const { random, habit, mother, father } = family
  const sex: Sex = random.chance(0.5) ? 'F' : 'M'
  return makePerson(random, {
    serial,
    habit,
    sex,
    year: born.year,
    born,
    family: habit.isPatronymic ? line : borne(habit, line, sex),
    namedAfter: namesakeOf(family, sex),
    housePhone: mother?.phone ?? father?.phone ?? '',
  })
}

/** No two of a house's children are called alike. */
const freshChild = (make: () => Person, elders: readonly Person[]): Person => {
  for (let tries = 0; tries < 20; tries += 1) {
    const child = make()
    const name = child.given[child.called]
    if (elders.every(({ given, called }) => given[called] !== name)) return child
  }
  return make()
}

const isSameDay = (one: Born | undefined, other: Born): boolean =>
  one?.year === other.year && one.month === other.month && one.day === other.day

/** The children of a house, one for each birth; those of one day are twins. */
export const makeChildren = (
  family: Family,
  births: readonly Born[],
  firstSerial: number,
): readonly Person[] => {
  const { random, habit } = family
  const children: Person[] = []
  for (const [at, born] of births.entries()) {
    const isHalf = !habit.isPatronymic && random.chance(halfSiblingShare)
    const isTwin = isSameDay(births[at - 1], born)
    const line = isHalf && !isTwin ? drawLine(random, habit) : family.line
    const wanted = { serial: firstSerial + at, line, born }
    children.push(freshChild(() => makeChild(family, wanted), children))
  }
  return children
}
