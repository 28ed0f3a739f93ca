import { describe, expect, it } from 'vitest'
import {
  appendTo,
  type CompactRange,
  emptyRange,
  emptyRoot,
  isWhole,
  leafHash,
  rootOf,
  rootOfRange,
} from '../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../shared/audit/merkle-proofs.ts'
import { verifyConsistency, verifyInclusion } from '../../../shared/audit/merkle-verify.ts'

// The eight leaves, roots and proofs of the reference implementation of RFC 6962 (certificate-transparency,
// merkle_tree_test.cc), which other implementations test against as well.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const knownRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const knownInclusion = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [3, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    2,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const

const leaves = inputs.map((input) => leafHash(Buffer.from(input, 'hex')))
const many = Array.from({ length: 130 }, (_, index) => leafHash(`entry ${index}`))
const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'))
const rangeOf = (hashes: readonly Buffer[]): CompactRange => hashes.reduce(appendTo, emptyRange)

describe('the tree', () => {
  it('has the root of SHA-256 of nothing when it is empty', () => {
    expect(emptyRoot.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    expect(rootOfRange(emptyRange)).toEqual(emptyRoot)
  })

  it.each(knownRoots.map((root, index) => [index + 1, root] as const))(
    'has the known root at size %i',
    (size, root) => {
      expect(rootOf(leaves.slice(0, size)).toString('hex')).toBe(root)
    },
  )

  it.each(knownInclusion)('proves leaf %i of %i as the reference does', (leaf, size, proof) => {
    expect(hex(inclusionProof(leaves.slice(0, size), leaf - 1))).toEqual(proof)
  })

  it('grows by appending to the same root as by the definition, up to 130 leaves', () => {
    for (let size = 0; size <= 130; size += 1) {
      const range = rangeOf(many.slice(0, size))
      expect(isWhole(range)).toBe(true)
      expect(rootOfRange(range)).toEqual(rootOf(many.slice(0, size)))
    }
  })

  it('keeps one hash for each 1 in its size', () => {
    expect(rangeOf(many.slice(0, 64)).hashes).toHaveLength(1)
    expect(rangeOf(many.slice(0, 63)).hashes).toHaveLength(6)
    expect(isWhole({ size: 63, hashes: many.slice(0, 5) })).toBe(false)
  })
})

describe('proofs', () => {
  const roots = many.map((_, at) => rootOf(many.slice(0, at + 1)))
  const rootAt = (size: number): Buffer => roots[size - 1] ?? emptyRoot

  it('show every leaf of every tree up to 130 leaves', () => {
    let shown = 0
    for (let size = 1; size <= 130; size += 1) {
      const tree = many.slice(0, size)
      const root = rootOf(tree)
      for (const [index, leaf] of tree.entries()) {
        const proof = inclusionProof(tree, index)
        if (verifyInclusion({ index, size, leaf, proof, root })) shown += 1
      }
    }
    expect(shown).toBe((130 * 131) / 2)
  }, 120_000)

  it('show that every tree up to 130 leaves begins with each smaller one', () => {
    let shown = 0
    for (let newSize = 0; newSize <= 130; newSize += 1) {
      const tree = many.slice(0, newSize)
      const newRoot = rootAt(newSize)
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(tree, oldSize)
        const oldRoot = rootAt(oldSize)
        if (verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof })) shown += 1
      }
    }
    expect(shown).toBe((131 * 132) / 2)
  }, 120_000)

  it('are not made for what is not in the tree', () => {
    expect(() => inclusionProof(leaves, 8)).toThrow(RangeError)
    expect(() => inclusionProof([], 0)).toThrow(RangeError)
    expect(() => consistencyProof(leaves, 9)).toThrow(RangeError)
  })

  it('are refused where sizes make no sense', () => {
    const claim = { leaf: emptyRoot, proof: [], root: emptyRoot }
    for (const [index, size] of [
      [0, 0],
      [1, 1],
      [-1, 1],
      [0.5, 1],
      [0, 2 ** 53],
      [Number.NaN, 1],
    ] as const)
      expect(verifyInclusion({ ...claim, index, size })).toBe(false)
    const [oldRoot, newRoot] = [rootOf(leaves), rootOf(leaves)]
    expect(verifyConsistency({ oldSize: 9, newSize: 8, oldRoot, newRoot, proof: [] })).toBe(false)
    expect(verifyConsistency({ oldSize: 0, newSize: 8, oldRoot, newRoot, proof: [] })).toBe(false)
    expect(verifyConsistency({ oldSize: 0, newSize: 0, oldRoot, newRoot, proof: [] })).toBe(false)
  })
})
