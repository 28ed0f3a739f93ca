import { comparePeople } from '../../shared/matching/comparisons/compare-people.ts'
import {
  type ComparisonName,
  comparisonLevels,
  comparisonNames,
  type Findings,
} from '../../shared/matching/comparisons/comparisons.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { addPattern, type LevelValues, levelValues, PatternTable, sharesOf } from './patterns.ts'

/** Homes with more people than this are hostels, or a postcode's missing numbers. */
const largestHome = 14
const mostPairs = 200_000

/** Bounds how far a small sample is believed. */
const priorPairs = 100

/** A father and son of one name; twins, and parents who share a birthday with a child. */
const namesakes = 0.006
const twins = 0.012

const homeOf = ({ addresses: [home] }: PersonFeatures): string | undefined => {
  if (home?.number === undefined || home.street === undefined) return undefined
  const place = home.postcode ?? home.town
  return place === undefined ? undefined : `${place}|${home.number}|${home.unit}|${home.street}`
}

const homesOf = (people: readonly PersonFeatures[]): readonly (readonly PersonFeatures[])[] => {
  const homes = new Map<string, PersonFeatures[]>()
  for (const person of people) {
    const home = homeOf(person)
    if (home === undefined) continue
    const residents = homes.get(home)
    if (residents === undefined) homes.set(home, [person])
    else residents.push(person)
  }
  return [...homes.values()].filter(({ length }) => length > 1 && length <= largestHome)
}

const sameDate = new Set(['exact', 'day-month-swapped', 'one-edit', 'known-parts'])
const sameName = new Set(['exact', 'nickname', 'close', 'left-out', 'like', 'initial'])

/** Every two residents of a home. */
const twosOf = (
  residents: readonly PersonFeatures[],
): readonly (readonly [PersonFeatures, PersonFeatures])[] =>
  residents.flatMap((one, at) =>
    residents.slice(at + 1).map((other): [PersonFeatures, PersonFeatures] => [one, other]),
  )

/** Neither forename nor date of birth agrees: not one person entered twice. */
const arePlainlyTwo = (findings: Findings): boolean =>
  !sameName.has(findings['given-name'] ?? '') && !sameDate.has(findings['date-of-birth'] ?? '')

/** How people of one home compare who are plainly two. */
const sumsOfHomes = (homes: readonly (readonly PersonFeatures[])[]): LevelValues => {
  const table = new PatternTable()
  const sums = levelValues()
  for (const [one, other] of homes.flatMap(twosOf).slice(0, mostPairs)) {
    const comparison = comparePeople(one, other)
    const pattern = table.patterns[table.numberOf(comparison)]
    if (pattern !== undefined && arePlainlyTwo(comparison.findings)) addPattern(sums, pattern, 1)
  }
  return sums
}

/** Adds to the named levels of a comparison, and scales the whole back to shares. */
const plus = (
  values: Float64Array,
  levels: readonly string[],
  added: Readonly<Record<string, number>>,
): Float64Array => {
  const total = 1 + Object.values(added).reduce((sum, each) => sum + each, 0)
  return values.map((value, at) => (value + (added[levels[at] ?? ''] ?? 0)) / total)
}

/** Agreement beyond chance between two of one household: by whose names and birthdays they are near. */
const beyondChance: Readonly<Partial<Record<ComparisonName, Readonly<Record<string, number>>>>> = {
  'given-name': { exact: namesakes, close: namesakes },
  'date-of-birth': { exact: twins, loose: twins },
}

/** What is counted once in a register, whatever the likelihoods. */
export const householdSums = (register: readonly PersonFeatures[]): LevelValues =>
  sumsOfHomes(homesOf(register))

/**
 * Likelihoods of two different people of one household, from `sums` of those who share a home in the register. Their
 * forenames and birth dates agree by chance, but for namesakes and twins; an address agrees as the person's own would,
 * so `same` gives it.
 */
export const householdLikelihoods = (
  sums: LevelValues,
  { same, chance, household }: Readonly<Record<'same' | 'chance' | 'household', LevelValues>>,
): LevelValues => {
  const shares = sharesOf(sums, household, priorPairs)
  const of = (values: LevelValues, at: number): Float64Array => values[at] ?? new Float64Array()
  return comparisonNames.map((name, at) => {
    if (name === 'address' || name === 'town' || name === 'name-form') return of(same, at)
    const added = beyondChance[name]
    if (added !== undefined) return plus(of(chance, at), comparisonLevels[name], added)
    return of(shares, at)
  })
}
