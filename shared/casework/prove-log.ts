import type { Checkpoint } from '../audit/checkpoint.ts'
import type { Hash } from '../audit/merkle.ts'
import { verifyConsistency, verifyInclusion } from '../audit/merkle-verify.ts'
import {
  type HashedBatch,
  isKnown,
  missingIn,
  nodesOf,
  rootOfSpan,
  type Span,
  spansBeside,
  spansOfGrowth,
} from '../audit/tree-nodes.ts'
import { HubError } from '../kernel/hub-error.ts'

/** The batch in which a leaf stands; undefined when there is none. */
export type ReadBatchOf = (leaf: number) => Promise<HashedBatch | undefined>

/** Where a row of the log says that it stands, and the hash of what it says. */
export type Standing = { readonly index: number; readonly leaf: Hash }

type Sizes = { readonly from: number; readonly to: number }

/** Every proof that the hub gives, to whomever. Nothing is given that does not verify. */
export type LogProofs = {
  /** What leads from a leaf to a signed root. @throws HubError internal where it does not */
  readonly inclusion: (
    standing: Standing,
    signed: Pick<Checkpoint, 'size' | 'root'>,
  ) => Promise<readonly Hash[]>
  /** How one tree grew into another. @throws HubError internal where it did not */
  readonly growth: (
    sizes: Sizes,
  ) => Promise<{ readonly proof: readonly Hash[]; readonly newRoot: Hash }>
  /** Of a leaf that is in no signed tree yet: that the log has it there. @throws HubError internal where it has not */
  readonly standing: (standing: Standing) => Promise<void>
}

const notSo = (why: string): HubError => new HubError('internal', why)

/**
 * The roots over spans of leaves. Whatever is to the left of a leaf is told by the batch in which it stands; of what is to the
 * right each complete subtree is told by the batch of its last leaf. So it takes a read of each batch in `near`, and one more
 * for each subtree that is larger than a batch: at most as many as the binary logarithm of the tree's size. What was read
 * once is not read again, for any leaf that stands in it: what was appended never changes.
 */
const rootsBy = (readBatchOf: ReadBatchOf) => {
  const known = new Map<string, Hash>()
  const learn = async (leaves: readonly number[]): Promise<void> => {
    const unread = [...new Set(leaves)].filter((leaf) => leaf >= 0 && !isKnown(leaf, known))
    for (const batch of await Promise.all(unread.map(readBatchOf)))
      for (const [span, hash] of batch === undefined ? [] : nodesOf(batch)) known.set(span, hash)
  }
  return async (spans: readonly Span[], near: readonly number[]): Promise<readonly Hash[]> => {
    await learn(near)
    await learn(missingIn(spans, known).map(({ to }) => to - 1))
    return spans.map((span) => {
      const root = rootOfSpan(span, known)
      if (root === undefined) throw notSo('a batch of the log cannot be read')
      return root
    })
  }
}

/** Proofs read off the batches of the log; those of one request are made by one of these, so that they share what was read. */
export const proofsBy = (readBatchOf: ReadBatchOf): LogProofs => {
  const rootsOf = rootsBy(readBatchOf)
  return {
    inclusion: async ({ index, leaf }, { size, root }) => {
      const proof = await rootsOf(spansBeside(index, { from: 0, to: size }), [index, size - 1])
      if (!verifyInclusion({ index, size, leaf, proof, root }))
        throw notSo('the log’s rows do not make its signed root')
      return proof
    },
    growth: async ({ from, to }) => {
      const steps = spansOfGrowth(from, { from: 0, to })
      const whole = [from, to].map((size) => ({ from: 0, to: size }))
      const roots = await rootsOf([...steps, ...whole], [from - 1, to - 1])
      const proof = roots.slice(0, steps.length)
      const [oldRoot, newRoot] = roots.slice(steps.length)
      const claim = oldRoot && newRoot && { oldSize: from, newSize: to, oldRoot, newRoot, proof }
      if (claim === undefined || !verifyConsistency(claim))
        throw notSo('the log’s rows do not make a tree that grows')
      return { proof, newRoot: claim.newRoot }
    },
    standing: async ({ index, leaf }) => {
      const [stands] = await rootsOf([{ from: index, to: index + 1 }], [index])
      if (stands?.equals(leaf) !== true)
        throw notSo('a row of the log says that it stands where it does not')
    },
  }
}
