import type { FrequencyModel } from '../../shared/matching/model.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'

/** A value seen fewer times than this may be a slip, which looks rare and is not. */
const leastSeen = 3

/** Bits that commonness may add or take. */
const cap = 6
const mostListed = 20_000

/** Every word of the current name: what is given first to many says little beside what follows it. */
const valuesOf: Readonly<Record<string, (person: PersonFeatures) => readonly string[]>> = {
  'given-name': ({ names }) => names[0]?.givens ?? [],
  'family-name': ({ names: [name] }) =>
    name?.family === undefined ? [] : [...new Set([name.family, ...name.families])],
}

const countsOf = (
  people: readonly PersonFeatures[],
  read: (person: PersonFeatures) => readonly string[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const person of people) {
    for (const value of read(person)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** How common each name is among these people. Names seen less than three times are left out. */
export const frequenciesOf = (
  people: readonly PersonFeatures[],
): Readonly<Record<string, FrequencyModel | undefined>> =>
  Object.fromEntries(
    Object.entries(valuesOf).map(([name, read]) => {
      const counts = countsOf(people, read)
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      if (total === 0) return [name, undefined]
      const listed = [...counts]
        .filter(([, count]) => count >= leastSeen)
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, mostListed)
      const average = [...counts.values()].reduce((sum, count) => sum + (count / total) ** 2, 0)
      const values = Object.fromEntries(listed.map(([value, count]) => [value, count / total]))
      const unlisted = leastSeen / total
      return [name, { average, cap, inherited: name === 'family-name', unlisted, values }]
    }),
  )
