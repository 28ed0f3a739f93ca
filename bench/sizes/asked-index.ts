import { candidatesOf } from '../../shared/matching/candidates-of.ts'
import {
  type IndexKey,
  indexKeysOf,
  lookupKeysOf,
  lookupsOfEach,
} from '../../shared/matching/index-keys.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { type Block, largestBlock } from '../../shared/matching/usable-hits.ts'

/** What one query's lookups read, and whom they led to, best first. */
export type Reading = {
  readonly blocks: readonly Block[]
  readonly ids: readonly string[]
  readonly incomplete: boolean
}

/**
 * The part of a register's match index that some queries ask for: it answers them as the whole index would, and stays
 * small however large the register. People are added in the order in which the table holds them, that of their ids.
 * As many look-ups are made as the hub makes for each person of a concern, if not said otherwise.
 */
export type AskedIndex = {
  readonly add: (place: number, person: PersonFeatures) => void
  readonly read: (query: PersonFeatures) => Reading
}

const nameOf = ({ type, value }: IndexKey): string => `${type}|${value}`

export const askedIndexOf = (
  queries: readonly PersonFeatures[],
  idOf: (place: number) => string,
  lookups: number = lookupsOfEach,
): AskedIndex => {
  const soughtOf = (query: PersonFeatures): readonly IndexKey[] =>
    lookupKeysOf(query).slice(0, lookups)
  const found = new Map<string, number[]>(
    queries.flatMap((query) => soughtOf(query).map((key) => [nameOf(key), []])),
  )
  const blockOf = (key: IndexKey): Block => {
    const ids = (found.get(nameOf(key)) ?? []).map(idOf)
    // DynamoDB stops at its limit without looking whether there is more.
    return { key, ids, isCut: ids.length === largestBlock }
  }
  return {
    add: (place, person) => {
      for (const key of indexKeysOf(person)) {
        const block = found.get(nameOf(key))
        if (block !== undefined && block.length < largestBlock) block.push(place)
      }
    },
    read: (query) => {
      const blocks = soughtOf(query).map(blockOf)
      return { blocks, ...candidatesOf(blocks) }
    },
  }
}
