import { factsOf } from '../../cli/evaluate/read-people.ts'
import { lastAdultYear, type Person } from '../../local/people/people-types.ts'
import { createRandom } from '../../local/people/random.ts'
import { childIndexKeys } from '../../shared/matching/child-keys.ts'
import { type IndexKey, indexKeys } from '../../shared/matching/index-keys.ts'
import { type Share, shareCandidates } from '../../shared/matching/share-candidates.ts'
import { type Block, largestBlock } from '../../shared/matching/usable-hits.ts'
import { blockAt } from '../population/blocks.ts'
import { type Household, householdsOf } from '../population/household.ts'
import { registerRow } from '../population/register.ts'
import { dateOf, type Family, familiesOf, type Population, registeredChild } from './families.ts'
import { adultId, childId, type SoughtPerson, sixPeople } from './six-people.ts'

/** What concerns of six people led to. `short`: of all people, whose candidates were cut; `kept`: who stands in their own. */
export type SharedOut = {
  readonly people: number
  readonly concerns: number
  readonly candidates: { readonly average: number; readonly most: number }
  readonly lookupsOfAdult: number
  readonly lookupsOfChild: number
  readonly short: number
  readonly kept: { readonly adults: number; readonly children: number; readonly elsewhere: number }
}

type Asked = Map<string, string[]>

const textOf = ({ type, value }: IndexKey): string => `${type}|${value}`

const store = (asked: Asked, id: string, keys: readonly IndexKey[]): void => {
  for (const key of keys) {
    const block = asked.get(textOf(key))
    if (block !== undefined && block.length < largestBlock) block.push(id)
  }
}

const isChild = ({ born }: Person): boolean => born.year > lastAdultYear

const storeHousehold = (asked: Asked, { home, people }: Household, seed: number): void => {
  const children = people.filter(isChild)
  const adults = people.filter((person) => !isChild(person))
  const family: Family = { home, parents: adults.slice(0, 2), children }
  const evidence = children.map(({ given, family: name, born }) => ({
    given: given.join(' '),
    family: name,
    dateOfBirth: dateOf(born),
  }))
  for (const [at, adult] of adults.entries())
    store(
      asked,
      adultId(adult),
      indexKeys(factsOf(registerRow(seed, adult, home)), at < 2 ? evidence : []),
    )
  for (const child of children)
    store(asked, childId(child), childIndexKeys(registeredChild({ child, family })))
}

/** The part of both indexes that these concerns ask for. */
const indexFor = (
  concerns: readonly (readonly SoughtPerson[])[],
  { seed, people }: Population,
): Asked => {
  const asked: Asked = new Map(
    concerns.flat().flatMap(({ keys }) => keys.map((key) => [textOf(key), []])),
  )
  let met = 0
  for (let block = 0; met < people; block += 1) {
    for (const household of householdsOf(seed, blockAt(seed, block))) {
      met += household.people.length
      storeHousehold(asked, household, seed)
    }
  }
  return asked
}

const concernsOf = (
  population: Population,
  count: number,
): readonly (readonly SoughtPerson[])[] => {
  const families = [...familiesOf({ ...population, people: Math.min(population.people, 20_000) })]
  const random = createRandom(population.seed, 77)
  const drawn = (): Family => random.pick(families)
  return Array.from({ length: count }, () =>
    sixPeople([drawn(), drawn(), drawn(), drawn()], random),
  )
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Concerns of six people, with everybody whom a seed makes registered. */
export const shareAtSize = (population: Population, count: number): SharedOut => {
  const concerns = concernsOf(population, count)
  const asked = indexFor(concerns, population)
  const blockOf = (key: IndexKey): Block => {
    const ids = asked.get(textOf(key)) ?? []
    return { key, ids, isCut: ids.length === largestBlock }
  }
  const shares = concerns.map((people) =>
    shareCandidates(people.map(({ kind, keys }) => ({ kind, blocks: keys.map(blockOf) }))),
  )
  const fetched = shares.map((each) => new Set(each.flatMap(({ ids }) => ids)).size)
  const people = concerns.flat()
  const of: readonly Share[] = shares.flat()
  const lookups = (kind: SoughtPerson['kind']): number =>
    Math.max(...people.filter((person) => person.kind === kind).map(({ keys }) => keys.length))
  const kept = (kind: SoughtPerson['kind'], elsewhere = false): number =>
    average(
      people.flatMap((person, at) =>
        person.kind === kind && (person.isElsewhere ?? false) === elsewhere
          ? [Number(of[at]?.ids.includes(person.id) ?? false)]
          : [],
      ),
    )
  return {
    people: population.people,
    concerns: count,
    candidates: { average: average(fetched), most: Math.max(...fetched) },
    lookupsOfAdult: lookups('adult'),
    lookupsOfChild: lookups('child'),
    short: average(of.map(({ incomplete }) => Number(incomplete))),
    kept: { adults: kept('adult'), children: kept('child'), elsewhere: kept('child', true) },
  }
}
