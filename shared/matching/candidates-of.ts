import { prerank } from './prerank.ts'
import { type Block, mostCandidates, usableHits } from './usable-hits.ts'

/**
 * Whom the lookups of one query lead to, best first, as many as one batch fetches; the same for the table, a file and a
 * test. `incomplete`: somebody may be missing.
 */
export const candidatesOf = (
  blocks: readonly Block[],
): { readonly ids: readonly string[]; readonly incomplete: boolean } => {
  const { hits, incomplete } = usableHits(blocks)
  return { ids: prerank(hits, mostCandidates), incomplete }
}
