import type { IndexKey } from './index-keys.ts'

/** What one lookup found. */
export type KeyHit = { readonly key: IndexKey; readonly ids: readonly string[] }

// Stands for the size of the register: only the order of the sums matters, and a million keeps every weight positive.
const registerBits = 20
const leastBits = 0.5

const rarity = (blockSize: number): number =>
  Math.max(leastBits, registerBits - Math.log2(blockSize))

/**
 * Ids worth fetching, best first: each lookup that found an id adds log2(register / found), so one rare key outweighs
 * several crowded ones. No personal data is needed to decide it. Ties go by id, so that the answer can be replayed.
 */
export const prerank = (hits: readonly KeyHit[], most: number): readonly string[] => {
  const evidence = new Map<string, number>()
  const distinct = new Map(hits.map((hit) => [`${hit.key.type}|${hit.key.value}`, hit]))
  // Sums of fractions depend on their order, so the order is the keys' own.
  for (const [, { ids }] of [...distinct].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const block = new Set(ids)
    for (const id of block) evidence.set(id, (evidence.get(id) ?? 0) + rarity(block.size))
  }
  return [...evidence]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, Math.max(0, most))
    .map(([id]) => id)
}
