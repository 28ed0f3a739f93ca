/** Decided here: how an inclusion proof is read off the batches, a batch for each hash of it, however large the tree is. */
import {
  appendTo,
  type CompactRange,
  type Hash,
  nodeHash,
  rootOfRange,
  splitOf,
} from '../merkle.ts'

/** The leaf hashes of a batch, and the tree before the first of them. */
export type Batch = { readonly before: CompactRange; readonly leaves: readonly Hash[] }

/** The batch in which a leaf stands. */
export type BatchOf = (index: number) => Promise<Batch>

/** The tree at a size that ends within a batch. */
const rangeAt = ({ before, leaves }: Batch, size: number): CompactRange =>
  leaves.slice(0, size - before.size).reduce(appendTo, before)

/** Root of the whole subtree of the leaves from `from` to before `to`: the tree just before its last leaf holds all else of it. */
const wholeRoot = async (from: number, to: number, batchOf: BatchOf): Promise<Hash> => {
  const batch = await batchOf(to - 1)
  const before = rangeAt(batch, to - 1)
  const last = batch.leaves[to - 1 - batch.before.size]
  if (last === undefined) throw new RangeError('the batch lacks the leaf that it should hold')
  const within = Math.log2(to - from)
  const beside = within === 0 ? [] : before.hashes.slice(-within)
  return beside.reduceRight((right, left) => nodeHash(left, right), last)
}

/** Root of the subtree of some leaves, of which the first stands where a subtree of that size may begin. */
const rootBetween = async (from: number, to: number, batchOf: BatchOf): Promise<Hash> => {
  const length = to - from
  if (Number.isInteger(Math.log2(length))) return wholeRoot(from, to, batchOf)
  const split = from + splitOf(length)
  const [left, right] = await Promise.all([
    wholeRoot(from, split, batchOf),
    rootBetween(split, to, batchOf),
  ])
  return nodeHash(left, right)
}

/** What shows that the leaf at `index` is in the tree of this size, nearest first. @see RFC 9162 §2.1.3.1 */
export const inclusionPath = (
  { index, size }: { readonly index: number; readonly size: number },
  batchOf: BatchOf,
): Promise<readonly Hash[]> => {
  const beside: (readonly [number, number])[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const split = from + splitOf(to - from)
    if (index < split) {
      beside.unshift([split, to])
      to = split
    } else {
      beside.unshift([from, split])
      from = split
    }
  }
  return Promise.all(beside.map(([begin, end]) => rootBetween(begin, end, batchOf)))
}

/** The root at a size, from the batch of its last leaf. */
export const rootAtSize = async (size: number, batchOf: BatchOf): Promise<Hash> =>
  rootOfRange(rangeAt(await batchOf(size - 1), size))
