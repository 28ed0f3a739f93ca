import { createRandom, type Random } from '../../local/people/random.ts'
import { keysOfHousehold } from '../assessment/registered-household.ts'
import { blockAt } from '../population/blocks.ts'
import { householdsOf } from '../population/household.ts'
import type { Spread } from './spreads.ts'

/** Upper-tier authorities of England. The largest has some 2.4 % of the children. */
const authorities = { count: 153, flatness: 17 } as const
/** Agencies that send concerns. The largest is taken to send some 2.7 % of them. */
const agencies = { count: 1_200, flatness: 6 } as const
/** Concerns drawn to see how evenly they fall. */
const draws = 100_000

type Sizes = { readonly count: number; readonly flatness: number }

const indexOfDraw = ({ count, flatness }: Sizes, random: Random): number => {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1 + flatness))
  let left = (random.between(0, 1_000_000) / 1_000_000) * weights.reduce((sum, one) => sum + one, 0)
  return weights.findIndex((weight) => {
    left -= weight
    return left <= 0
  })
}

const largestShare = (draw: () => number): number => {
  const drawn = new Map<number, number>()
  for (let at = 0; at < draws; at += 1) {
    const one = draw()
    drawn.set(one, (drawn.get(one) ?? 0) + 1)
  }
  return Math.max(...drawn.values()) / draws
}

function* personsAmong(seed: number, people: number) {
  let met = 0
  for (let block = 0; met < people; block += 1)
    for (const household of householdsOf(seed, blockAt(seed, block)))
      for (const [, , keys] of keysOfHousehold(household, seed)) {
        met += 1
        yield keys
      }
}

/** The part of all look-ups that are of the commonest key, among the first people of a population; and how many keys one has. */
export const keysAmong = (seed: number, people: number) => {
  const theirs = [...personsAmong(seed, people)]
  const keys = theirs.flat().map(({ type, value }) => `${type}|${value}`)
  const most = [...Map.groupBy(keys, (key) => key).values()].reduce(
    (one, { length }) => Math.max(one, length),
    0,
  )
  return { commonest: most / keys.length, perPerson: keys.length / theirs.length }
}

/** The part of all concerns that falls on the busiest partition of a kind. An id is one concern's own, and has no share. */
export const sharesOf = (seed: number, commonestKey: number): Readonly<Record<Spread, number>> => {
  const random = createRandom(seed, 79)
  return {
    one: 1,
    'four shards': largestShare(() => random.between(0, 3)),
    'eight shards': largestShare(() => random.between(0, 7)),
    'sixteen shards': largestShare(() => random.between(0, 15)),
    agencies: largestShare(() => indexOfDraw(agencies, random)),
    authorities: largestShare(() => indexOfDraw(authorities, random)),
    'index keys': commonestKey,
    'own id': 0,
  }
}
