import { describe, expect, it } from 'vitest'
import { appendTo, emptyRange, type Hash, leafHash, rootOf } from '../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../shared/audit/merkle-proofs.ts'
import type { HashedBatch } from '../../../shared/audit/tree-nodes.ts'
import { proofsBy } from '../../../shared/casework/prove-log.ts'

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

const rootAt = (of: number): Hash => rootOf(leaves.slice(0, of))

const standingAt = (index: number) => ({ index, leaf: leaves[index] ?? leafHash('none') })

describe('a proof made of batches', () => {
  it.each([[[1]], [[5, 1, 98]], [[64]], [[130]], [[3, 7]]])(
    'in lengths of %j is the one made of all leaves, for every leaf, in few reads',
    async (lengths) => {
      const batches = batchesOf(lengths)
      for (const size of sizes)
        for (let index = 0; index < size; index += size > 12 ? 9 : 1) {
          const { read, seen } = readerOf(batches)
          const signed = { size, root: rootAt(size) }
          const proof = await proofsBy(read).inclusion(standingAt(index), signed)
          expect(text(proof)).toEqual(text(inclusionProof(leaves.slice(0, size), index)))
          expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(size)))
        }
    },
  )

  it.each([[[1]], [[5, 1, 98]], [[130]]])(
    'in lengths of %j shows how the log grew from any size to another',
    async (lengths) => {
      const batches = batchesOf(lengths)
      for (const to of sizes)
        for (let from = 1; from <= to; from += to > 12 ? 5 : 1) {
          const { read, seen } = readerOf(batches)
          const { proof, newRoot } = await proofsBy(read).growth({ from, to })
          expect(text(proof)).toEqual(text(consistencyProof(leaves.slice(0, to), from)))
          expect(newRoot).toEqual(rootAt(to))
          expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(to)))
        }
    },
  )

  it('reads no batch again for another leaf of one request, but where two are asked for at once', async () => {
    const { read, seen } = readerOf(batchesOf([10]))
    const proofs = proofsBy(read)
    const signed = { size, root: rootAt(size) }
    for (const index of leaves.keys()) await proofs.inclusion(standingAt(index), signed)
    expect(seen.length).toBeLessThanOrEqual(2 + size / 10)
  })

  it('is not made where a batch is missing', async () => {
    const proofs = proofsBy(async () => undefined)
    const signed = { size: 9, root: rootAt(9) }
    await expect(proofs.inclusion(standingAt(0), signed)).rejects.toThrow('batch')
  })

  it('is not given for another leaf, nor for another root', async () => {
    const proofs = proofsBy(readerOf(batchesOf([7])).read)
    const other = { index: 3, leaf: standingAt(4).leaf }
    const refused = { code: 'internal' }
    const signed = { size, root: rootAt(size) }
    await expect(proofs.inclusion(other, signed)).rejects.toMatchObject(refused)
    const forged = { size, root: rootAt(size - 1) }
    await expect(proofs.inclusion(standingAt(3), forged)).rejects.toMatchObject(refused)
  })
})

describe('a leaf that no signed tree holds yet', () => {
  const { standing } = proofsBy(async (leaf) =>
    batchesOf([20]).find(({ before, hashes }) => leaf < before.size + hashes.length),
  )

  it('is where the log has it', async () => {
    await expect(standing(standingAt(129))).resolves.toBeUndefined()
  })

  it('is nowhere else, and not after the last', async () => {
    const refused = { code: 'internal' }
    await expect(standing({ ...standingAt(20), index: 21 })).rejects.toMatchObject(refused)
    await expect(standing({ ...standingAt(20), index: 20_000 })).rejects.toMatchObject(refused)
  })
})
