import type { Seek } from '../../shared/assessing/gathered.ts'
import type { IndexKey } from '../../shared/matching/index-keys.ts'
import { shareCandidates } from '../../shared/matching/share-candidates.ts'
import { type Block, largestBlock } from '../../shared/matching/usable-hits.ts'
import type { Population } from '../children/families.ts'
import { blockAt } from '../population/blocks.ts'
import { type Household, householdsOf } from '../population/household.ts'
import { keysOfHousehold } from './registered-household.ts'

const textOf = ({ type, value }: IndexKey): string => `${type}|${value}`

type Hit = { readonly id: string; readonly kind: 'adult' | 'child'; readonly household: Household }
type Asked = ReadonlyMap<string, { readonly key: IndexKey; readonly hits: Hit[] }>

function* householdsAmong({ seed, people }: Population): Generator<Household> {
  let met = 0
  for (let block = 0; met < people; block += 1)
    for (const household of householdsOf(seed, blockAt(seed, block))) {
      met += household.people.length
      yield household
    }
}

const enter = (asked: Asked, keys: readonly IndexKey[], hit: Hit): void => {
  for (const key of keys) asked.get(textOf(key))?.hits.push(hit)
}

/** As many as tell that a block is cut, in the order of the index. */
const cut = (hits: readonly Hit[]): readonly Hit[] =>
  hits.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, largestBlock + 1)

/** Streams everybody registered past the keys that are asked for, and keeps whoever a look-up would meet under them. */
const hitsIn = (population: Population, seeks: readonly Seek[]): Asked => {
  const keys = seeks.flatMap((seek) => seek.keys)
  const asked: Asked = new Map(keys.map((key) => [textOf(key), { key, hits: [] }]))
  for (const household of householdsAmong(population))
    for (const [id, kind, theirs] of keysOfHousehold(household, population.seed))
      enter(asked, theirs, { id, kind, household })
  return new Map([...asked].map(([text, { key, hits }]) => [text, { key, hits: [...cut(hits)] }]))
}

/** What the tables must hold so that these concerns read all that they would of the whole register. */
export type Part = {
  readonly people: number
  readonly entries: readonly { readonly key: IndexKey; readonly hits: readonly Hit[] }[]
  /** Households of whoever is worth comparing. */
  readonly households: readonly Household[]
}

/** The part of a register that concerns ask for, each by its own people. */
export const partFor = (population: Population, concerns: readonly (readonly Seek[])[]): Part => {
  const asked = hitsIn(population, concerns.flat())
  const hitsOf = (key: IndexKey): readonly Hit[] => asked.get(textOf(key))?.hits ?? []
  const blockOf = (key: IndexKey): Block => {
    const ids = hitsOf(key).map(({ id }) => id)
    return { key, ids: ids.slice(0, largestBlock), isCut: ids.length > largestBlock }
  }
  const candidates = new Set(
    concerns
      .flatMap((seeks) =>
        shareCandidates(seeks.map(({ kind, keys }) => ({ kind, blocks: keys.map(blockOf) }))),
      )
      .flatMap(({ ids }) => ids),
  )
  const households = new Map<string, Household>()
  for (const { hits } of asked.values())
    for (const { id, household } of hits)
      if (candidates.has(id)) households.set(String(household.people[0]?.serial), household)
  return {
    people: population.people,
    entries: [...asked.values()],
    households: [...households.values()],
  }
}
