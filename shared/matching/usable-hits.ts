import type { IndexKey } from './index-keys.ts'
import { childKeyKinds } from './keys/child-key-kinds.ts'
import { keyKinds } from './keys/key-kinds.ts'
import type { KeyHit } from './prerank.ts'

/** Entries read of one key; a block larger than this is cut short, and says so. */
export const largestBlock = 200
/** People fetched and compared: one batch. */
export const mostCandidates = 100

/** What one lookup of the index found. */
export type Block = {
  readonly key: IndexKey
  readonly ids: readonly string[]
  readonly isCut: boolean
}

const limits = new Map(
  [...keyKinds, ...childKeyKinds].flatMap(({ type, fullAbove }) =>
    fullAbove === undefined ? [] : [[type, fullAbove] as const],
  ),
)

/** Above how many people a block of this type tells too little to be worth its candidates; undefined where it never does. */
export const fullAboveOf = (type: string): number | undefined => limits.get(type)

const isPassedOver = ({ key, ids, isCut }: Block): boolean => {
  const most = fullAboveOf(key.type)
  return most !== undefined && (isCut || ids.length > most)
}

/**
 * The lookups whose finds are used. Blocks that are too full are passed over: narrower keys of the same facts were
 * looked up beside them. When any other block was cut short, or nothing but passed-over blocks led anywhere, somebody
 * may be missing, and the answer is `incomplete`.
 */
export const usableHits = (
  blocks: readonly Block[],
): { readonly hits: readonly KeyHit[]; readonly incomplete: boolean } => {
  const hits = blocks.filter((block) => !isPassedOver(block))
  const isCut = hits.some((block) => block.isCut)
  const isBlind = hits.length < blocks.length && hits.every(({ ids }) => ids.length === 0)
  return { hits, incomplete: isCut || isBlind }
}
