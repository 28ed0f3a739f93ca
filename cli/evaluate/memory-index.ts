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

/** The match index of a register, in memory: the same keys, bounds and ranking that the hub's table has. */
export const indexOf = (register: readonly PersonFeatures[]): MemoryIndex => {
  const blocks = new Map<string, number[]>()
  for (const [position, person] of register.entries()) {
    for (const { type, value } of indexKeysOf(person)) {
      const key = `${type}|${value}`
      const block = blocks.get(key)
      // One more than is read tells that there are more; another, for the record that is looked up itself.
      if (block === undefined) blocks.set(key, [position])
      else if (block.length <= largestBlock + 1) block.push(position)
    }
  }
  return {
    find: (query, except) => {
      const keys = lookupKeysOf(query)
      const { ids, incomplete } = candidatesOf(
        keys.map((key) => {
          const all = blocks.get(`${key.type}|${key.value}`) ?? []
          const others = except === undefined ? all : all.filter((each) => each !== except)
          return {
            key,
            ids: others.slice(0, largestBlock).map(String),
            isCut: others.length > largestBlock,
          }
        }),
      )
      return {
        positions: ids.map(Number),
        lookups: keys.length,
        incomplete,
      }
    },
  }
}
