import { describe, expect, it } from 'vitest'
import { appendTo, emptyRange, type Hash, leafHash, rootOf } from '../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../shared/audit/merkle-proofs.ts'
import { type HashedBatch, spansBeside, spansOfGrowth } from '../../../shared/audit/tree-nodes.ts'
import { rootsOf } from '../../../shared/casework/prove-log.ts'

const size = 130
/** Small ones all, then those about the powers of two. */
const sizes = [...Array.from({ length: 12 }, (_, at) => at + 1), 31, 32, 33, 64, 97, 128, 129, 130]
const leaves = Array.from({ length: size }, (_, index) => leafHash(`entry ${index}`))

/** The same leaves in batches of these lengths, over and over. */
const batchesOf = (lengths: readonly number[]): readonly HashedBatch[] => {
  const batches: HashedBatch[] = []
  let before = emptyRange
  for (let at = 0; before.size < leaves.length; at += 1) {
    const hashes = leaves.slice(before.size, before.size + (lengths[at % lengths.length] ?? 1))
    batches.push({ before, hashes })
    before = hashes.reduce(appendTo, before)
  }
  return batches
}

const readerOf = (batches: readonly HashedBatch[]) => {
  const seen: number[] = []
  return {
    seen,
    read: async (leaf: number): Promise<HashedBatch | undefined> => {
      seen.push(leaf)
      return batches.findLast(({ before }) => before.size <= leaf)
    },
  }
}

const text = (hashes: readonly Hash[]): readonly string[] =>
  hashes.map((hash) => hash.toString('hex'))

describe('a proof made of batches', () => {
  it.each([[[1]], [[5, 1, 98]], [[64]], [[130]], [[3, 7]]])(
    'in lengths of %j is the one made of all leaves, for every leaf, in few reads',
    async (lengths) => {
      const batches = batchesOf(lengths)
      for (const of of sizes)
        for (let index = 0; index < of; index += of > 12 ? 9 : 1) {
          const { read, seen } = readerOf(batches)
          const spans = spansBeside(index, { from: 0, to: of })
          const proof = await rootsOf(spans, [index, of - 1], read)
          expect(text(proof)).toEqual(text(inclusionProof(leaves.slice(0, of), index)))
          expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(of)))
        }
    },
  )

  it.each([[[1]], [[5, 1, 98]], [[130]]])(
    'in lengths of %j shows how the log grew from any size to another',
    async (lengths) => {
      const batches = batchesOf(lengths)
      for (const of of sizes)
        for (let from = 1; from <= of; from += of > 12 ? 5 : 1) {
          const { read, seen } = readerOf(batches)
          const growth = spansOfGrowth(from, { from: 0, to: of })
          const whole = [from, of].map((to) => ({ from: 0, to }))
          const near = [from - 1, of - 1]
          const roots = await rootsOf([...growth, ...whole], near, read)
          const proof = consistencyProof(leaves.slice(0, of), from)
          const ends = [from, of].map((to) => rootOf(leaves.slice(0, to)))
          expect(text(roots)).toEqual(text([...proof, ...ends]))
          expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(of)))
        }
    },
  )

  it('is not made where a batch is missing', async () => {
    const spans = spansBeside(0, { from: 0, to: 9 })
    await expect(rootsOf(spans, [0, 8], async () => undefined)).rejects.toThrow('batch')
  })
})
