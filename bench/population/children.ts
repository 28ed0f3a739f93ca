import { type Adults, absentFather, type Setting } from './adults.ts'
import { barrelled, borne, drawLine, patronymic } from './family-names.ts'
import { makePerson, type Wanted } from './person.ts'
import { lastAdultYear, lastYear, type Person, type Sex } from './population-types.ts'

/** The name of most children of a couple who bear two names. */
const lineOfTwo = ({ random, habit }: Setting, line: string, mothers: string): string => {
  const among = random.fraction()
  if (habit.barrelShare > 0 && among < 0.08) return barrelled(random, mothers, line)
  return among < 0.2 ? mothers : line
}

/** The name that most of the children bear. */
const lineOfChildren = (setting: Setting, adults: Adults): string => {
  const { random, habit } = setting
  const { father, mother, line } = adults
  if (habit.isPatronymic)
    return father === undefined ? absentFather(random, habit) : patronymic(father)
  if (father === undefined) return random.chance(0.55) ? line : drawLine(random, habit)
  const bearTwo = mother !== undefined && mother.formerFamily === undefined
  return bearTwo ? lineOfTwo(setting, line, mother.family) : line
}

const halfSiblingShare = 0.06
const twinShare = 0.025

const earliestYear = ({ kind }: Setting, adults: Adults): number => {
  const parent = adults.mother ?? adults.father
  const ofAge = (parent?.born.year ?? 1990) + 17
  return kind.areGrown ? ofAge + 3 : Math.max(ofAge, lastAdultYear + 1)
}

const drawYear = (setting: Setting, adults: Adults): number => {
  const { random, kind } = setting
  const first = earliestYear(setting, adults)
  const last = kind.areGrown ? lastAdultYear : lastYear
  return random.between(Math.min(first, last), Math.min(last, Math.max(first, first + 24)))
}

/** Some first sons are named as their fathers are, more children by a second name. */
const namesakeOf = (setting: Setting, adults: Adults, sex: Sex): Wanted['namedAfter'] => {
  const parent = sex === 'M' ? adults.father : adults.mother
  const name = parent?.given[0]
  if (name === undefined) return undefined
  const among = setting.random.fraction()
  if (sex === 'M' && among < 0.03) return { name, as: 'first' }
  return among > 0.92 ? { name, as: 'second' } : undefined
}

const makeChild = (
  setting: Setting,
  adults: Adults,
  wanted: Pick<Wanted, 'serial' | 'family' | 'born'>,
): Person => {
  const { random, habit } = setting
  const sex: Sex = random.chance(0.5) ? 'F' : 'M'
  const year = wanted.born?.year ?? drawYear(setting, adults)
  const family = habit.isPatronymic ? wanted.family : borne(habit, wanted.family, sex)
  const namedAfter = namesakeOf(setting, adults, sex)
  const house = { phone: adults.mother?.phone ?? adults.father?.phone ?? '' }
  return makePerson(random, { ...wanted, habit, sex, year, family, namedAfter, house })
}

/** No two of a house's children are called alike. */
const freshChild = (make: () => Person, elders: readonly Person[]): Person => {
  for (let tries = 0; tries < 5; tries += 1) {
    const child = make()
    const name = child.given[child.called]
    if (elders.every(({ given, called }) => given[called] !== name)) return child
  }
  return make()
}

export const makeChildren = (
  setting: Setting,
  adults: Adults,
  firstSerial: number,
): readonly Person[] => {
  const { random, habit, kind } = setting
  if (kind.children === 0) return []
  const line = lineOfChildren(setting, adults)
  const children: Person[] = []
  for (let at = 0; at < kind.children; at += 1) {
    const isHalf = !habit.isPatronymic && random.chance(halfSiblingShare)
    const elder = children.at(-1)
    const isTwin = elder !== undefined && random.chance(twinShare)
    const family = isHalf && !isTwin ? drawLine(random, habit) : line
    const born = isTwin ? elder.born : undefined
    const wanted = { serial: firstSerial + at, family, born }
    children.push(freshChild(() => makeChild(setting, adults, wanted), children))
  }
  return children
}
