import { candidatesOf } from '../../shared/matching/candidates-of.ts'
import { indexKeysOf, lookupKeysOf } from '../../shared/matching/index-keys.ts'
import type { PersonFeatures } from '../../shared/matching/normalise/person-features.ts'
import { largestBlock } from '../../shared/matching/usable-hits.ts'

/** Where lookups lead, and what they cost. Positions are those of the register. */
export type Found = {
  readonly positions: readonly number[]
  readonly lookups: number
  readonly incomplete: boolean
}

export type MemoryIndex = { readonly find: (query: PersonFeatures, except?: number) => Found }

/** Positions of people by the keys they are stored under. */
export type Blocks = ReadonlyMap<string, readonly number[]>

/** Files people under their keys; the first of them has the position `first`. */
export const blocksOf = (people: readonly PersonFeatures[], first = 0): Blocks => {
  const blocks = new Map<string, number[]>()
  for (const [at, person] of people.entries()) {
    for (const { type, value } of indexKeysOf(person)) {
      const key = `${type}|${value}`
      const block = blocks.get(key)
      // One more than is read tells that there are more; another, for the record that is looked up itself.
      if (block === undefined) blocks.set(key, [first + at])
      else if (block.length <= largestBlock + 1) block.push(first + at)
    }
  }
  return blocks
}

/** Looks somebody up in one register that is filed in parts: the same keys, bounds and ranking that the hub's table has. */
export const findIn = (parts: readonly Blocks[], query: PersonFeatures, except?: number): Found => {
  const keys = lookupKeysOf(query)
  const { ids, incomplete } = candidatesOf(
    keys.map((key) => {
      const all = parts.flatMap((blocks) => blocks.get(`${key.type}|${key.value}`) ?? [])
      const others = except === undefined ? all : all.filter((each) => each !== except)
      return {
        key,
        ids: others.slice(0, largestBlock).map(String),
        isCut: others.length > largestBlock,
      }
    }),
  )
  return { positions: ids.map(Number), lookups: keys.length, incomplete }
}

/** The match index of a register, in memory. */
export const indexOf = (register: readonly PersonFeatures[]): MemoryIndex => {
  const blocks = [blocksOf(register)]
  return { find: (query, except) => findIn(blocks, query, except) }
}
