import { leafOf } from './leaf-text.ts'
import type { AppendedBatch, AppendedLeaf, LogHead } from './log-head.ts'
import { appendTo, type CompactRange, type Hash, isWhole, rootOfRange } from './merkle.ts'
import type { Leaf } from './sealed-leaf.ts'

/** Leaves that follow each other, and the tree before the first of them. */
export type Lineage = { readonly before: CompactRange; readonly leaves: readonly Leaf[] }

/** Whether this range is the tree of this size and root. */
const isTree = (range: CompactRange, size: number, root: Hash): boolean =>
  range.size === size && isWhole(range) && rootOfRange(range).equals(root)

/** The tree as it was at a size within the lineage. */
const rootAt = ({ before, leaves }: Lineage, size: number): Hash =>
  rootOfRange(
    leaves
      .slice(0, size - before.size)
      .map(leafOf)
      .reduce(appendTo, before),
  )

type Ends = {
  readonly from: { readonly size: number; readonly root: Hash }
  readonly head: Pick<LogHead, 'range' | 'root'>
}

/**
 * The leaves from a signed tree to the head, each hashed anew from its row: undefined, with why, where the batches do not
 * lead from the one to the other leaf by leaf.
 */
export const lineageOf = (
  batches: readonly AppendedBatch[],
  { from, head }: Ends,
): Lineage | 'GAP' | 'ROW_CHANGED' | 'FORK' => {
  const before = batches[0]?.before
  if (before === undefined || !isTree(before, from.size, from.root)) return 'GAP'
  const { size } = head.range
  const appended = batches.flatMap((batch) => batch.leaves).slice(0, size - from.size)
  const isGapless = appended.every(({ index }, at) => index === from.size + at)
  if (!isGapless || appended.length < size - from.size) return 'GAP'
  const leaves = appended.flatMap(leafIfUnchanged)
  if (leaves.length < appended.length) return 'ROW_CHANGED'
  const root = rootAt({ before, leaves }, size)
  return root.equals(head.root) ? { before, leaves } : 'FORK'
}

/** The leaf, where its row still says what was sealed. */
export const leafIfUnchanged = ({ leaf, leafHash }: AppendedLeaf): readonly Leaf[] =>
  leaf !== undefined && leafOf(leaf).equals(leafHash) ? [leaf] : []
