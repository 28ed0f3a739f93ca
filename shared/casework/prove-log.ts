import type { Hash } from '../audit/merkle.ts'
import {
  type HashedBatch,
  type KnownNodes,
  missingIn,
  nodesOf,
  rootOfSpan,
  type Span,
} from '../audit/tree-nodes.ts'
import { HubError } from '../kernel/hub-error.ts'

/** The batch in which a leaf stands; undefined when there is none. */
export type ReadBatchOf = (leaf: number) => Promise<HashedBatch | undefined>

const nodesFrom = async (
  leaves: readonly number[],
  readBatchOf: ReadBatchOf,
): Promise<KnownNodes> => {
  const batches = await Promise.all([...new Set(leaves)].map(readBatchOf))
  return new Map(batches.flatMap((batch) => (batch === undefined ? [] : [...nodesOf(batch)])))
}

/**
 * The roots over these spans. Whatever is to the left of a leaf is told by the batch in which it stands; of what is to the
 * right each complete subtree is told by the batch of its last leaf. So it takes a read of each batch in `near`, and one more
 * for each subtree that is larger than a batch: at most as many as the binary logarithm of the tree's size.
 * @throws HubError internal where batches are missing
 */
export const rootsOf = async (
  spans: readonly Span[],
  near: readonly number[],
  readBatchOf: ReadBatchOf,
): Promise<readonly Hash[]> => {
  const nearby = await nodesFrom(near, readBatchOf)
  const ends = missingIn(spans, nearby).map(({ to }) => to - 1)
  const known = new Map([...nearby, ...(await nodesFrom(ends, readBatchOf))])
  return spans.map((span) => {
    const root = rootOfSpan(span, known)
    if (root === undefined) throw new HubError('internal', 'a batch of the log cannot be read')
    return root
  })
}
