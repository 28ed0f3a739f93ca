import { lastAdultYear, type Person } from '../../local/people/people-types.ts'
import { createRandom } from '../../local/people/random.ts'
import {
  compareDatesOfBirth,
  type DateOfBirthLevel,
  dateOfBirthLevels,
} from '../../shared/matching/comparisons/date-of-birth.ts'
import { compareGivenNames, givenNameLevels } from '../../shared/matching/comparisons/given-name.ts'
import { type DateParts, datePartsOf } from '../../shared/matching/normalise/date-parts.ts'
import { type NameFeatures, nameFeaturesOf } from '../../shared/matching/normalise/name-features.ts'
import { blockAt } from '../population/blocks.ts'
import { householdsOf } from '../population/household.ts'
import { dateOf, type Population } from './families.ts'

/** The share of pairs that find a level: of any two adults, of any two children, of two children of one family. */
export type LevelCount = {
  readonly level: string
  readonly adults: number
  readonly children: number
  readonly siblings: number
}

/** Somebody, with what is compared worked out once. */
type Known = {
  readonly isChild: boolean
  readonly name: NameFeatures | undefined
  readonly date: DateParts | undefined
  readonly month: DateParts | undefined
  readonly year: DateParts | undefined
}
type Pair = readonly [Known, Known]
type Compare = (pair: Pair) => string | undefined

const knownOf = ({ born, given }: Person): Known => ({
  isChild: born.year > lastAdultYear,
  name: nameFeaturesOf({ given: given.join(' ') }),
  date: datePartsOf(dateOf(born)),
  month: datePartsOf(dateOf(born).slice(0, 7)),
  year: datePartsOf(dateOf(born).slice(0, 4)),
})

const homesIn = ({ seed, people }: Population): readonly (readonly Known[])[] => {
  const homes: (readonly Known[])[] = []
  for (let block = 0, met = 0; met < people; block += 1)
    for (const household of householdsOf(seed, blockAt(seed, block))) {
      met += household.people.length
      homes.push(household.people.map(knownOf))
    }
  return homes
}

const siblingsOf = (people: readonly Known[]): readonly Pair[] => {
  const children = people.filter(({ isChild }) => isChild)
  return children.flatMap((one, at) => children.slice(at + 1).map((other): Pair => [one, other]))
}

const strangersOf = (people: readonly Known[], count: number): readonly Pair[] => {
  const random = createRandom(people.length, 3)
  return Array.from(
    { length: count },
    (): Pair => [random.pick(people), random.pick(people)],
  ).filter(([one, other]) => one !== other)
}

const sharesOf = (pairs: readonly Pair[], compare: Compare): ReadonlyMap<string, number> => {
  const shares = new Map<string, number>()
  for (const pair of pairs) {
    const level = compare(pair)
    if (level !== undefined) shares.set(level, (shares.get(level) ?? 0) + 1 / pairs.length)
  }
  return shares
}

/** By a date on one side, and the whole or a part of one on the other, for the levels that stand where a part is missing. */
const byDate =
  (part: 'date' | 'month' | 'year'): Compare =>
  ([one, other]) =>
    compareDatesOfBirth(one.date, other[part])

const byName: Compare = ([{ name: one }, { name: other }]) =>
  one && other && compareGivenNames(one, other)

/** What of one side's date is known where a level is found. */
const partOfLevel = (level: DateOfBirthLevel): 'date' | 'month' | 'year' => {
  if (level === 'known-parts') return 'month'
  return level === 'year' || level === 'year-off' ? 'year' : 'date'
}

/** Counts how often two people agree by chance, by age and by family. */
export const countLevels = (
  population: Population,
  pairs: number,
): { readonly dates: readonly LevelCount[]; readonly names: readonly LevelCount[] } => {
  const homes = homesIn(population)
  const people = homes.flat()
  const groups = {
    adults: strangersOf(
      people.filter(({ isChild }) => !isChild),
      pairs,
    ),
    children: strangersOf(
      people.filter(({ isChild }) => isChild),
      pairs,
    ),
    siblings: homes.flatMap(siblingsOf),
  }
  const sharesBy = (compare: Compare) => ({
    adults: sharesOf(groups.adults, compare),
    children: sharesOf(groups.children, compare),
    siblings: sharesOf(groups.siblings, compare),
  })
  const counted = (level: string, { adults, children, siblings }: ReturnType<typeof sharesBy>) => ({
    level,
    adults: adults.get(level) ?? 0,
    children: children.get(level) ?? 0,
    siblings: siblings.get(level) ?? 0,
  })
  const ofDates = {
    date: sharesBy(byDate('date')),
    month: sharesBy(byDate('month')),
    year: sharesBy(byDate('year')),
  }
  const ofNames = sharesBy(byName)
  return {
    dates: dateOfBirthLevels.map((level) => counted(level, ofDates[partOfLevel(level)])),
    names: givenNameLevels.map((level) => counted(level, ofNames)),
  }
}
