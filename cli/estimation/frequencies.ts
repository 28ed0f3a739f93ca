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
  read: (person: PersonFeatures) => string | readonly string[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const person of people) {
    for (const value of [read(person)].flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** One person entered several times makes no pair of names common. */
const leastTogether = 10
/** A pair of names is listed where it is so much commoner than chance would make it. */
const leastLift = 2
/** So many bearers of a family name count as if they were called as everybody is: few of them say little. */
const asEverybody = 30

/** Of the bearers of a family name, the share called by each given name that goes with it. */
const amongFamilies = (
  people: readonly PersonFeatures[],
  shares: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> => {
  const families = countsOf(people, ({ names: [name] }) => name?.family ?? [])
  const pairs = countsOf(people, ({ names: [name] }) =>
    name?.family === undefined ? [] : name.givens.map((given) => `${given}|${name.family}`),
  )
  const listed = [...pairs].flatMap(([pair, count]): (readonly [string, number])[] => {
    const [given = '', family = ''] = pair.split('|')
    const among = shares[given] ?? 0
    const share = (count + asEverybody * among) / ((families.get(family) ?? count) + asEverybody)
    const isListed = count >= leastTogether && share > leastLift * among
    return isListed ? [[pair, share]] : []
  })
  return Object.fromEntries(
    listed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, mostListed),
  )
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
      const model = {
        average,
        cap,
        inherited: name === 'family-name',
        unlisted: leastSeen / total,
        values,
      }
      return [
        name,
        name === 'given-name' ? { ...model, among: amongFamilies(people, values) } : model,
      ]
    }),
  )
