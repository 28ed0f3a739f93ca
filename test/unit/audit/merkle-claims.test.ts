import { describe, expect, it } from 'vitest'
import {
  appendTo,
  emptyRange,
  emptyRoot,
  isWhole,
  leafHash,
  nodeHash,
  rootOf,
} from '../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../shared/audit/merkle-proofs.ts'
import { verifyConsistency, verifyInclusion } from '../../../shared/audit/merkle-verify.ts'

const leaves = Array.from({ length: 7 }, (_, index) => leafHash(`entry ${index}`))
const [one = emptyRoot, two = emptyRoot] = leaves
const short = Buffer.alloc(31)

describe('a claim that an entry is in the log', () => {
  const claim = {
    index: 4,
    size: 7,
    leaf: leaves[4] ?? emptyRoot,
    proof: inclusionProof(leaves, 4),
    root: rootOf(leaves),
  }
  const alone = { index: 0, size: 1, leaf: one, proof: [], root: one }

  it.each([claim, alone])('is believed with its own proof', (true_) => {
    expect(verifyInclusion(true_)).toBe(true)
  })

  it.each([
    ['of another place', { ...claim, index: 5 }],
    ['of a place before the first', { ...claim, index: -1 }],
    ['of a place between two', { ...claim, index: 4.5 }],
    ['of the place after the last', { ...claim, index: 7 }],
    ['of a smaller tree', { ...claim, size: 6 }],
    ['of a larger tree', { ...claim, size: 9 }],
    ['of another leaf', { ...claim, leaf: two }],
    ['under another root', { ...claim, root: two }],
    ['with a proof that lacks a hash', { ...claim, proof: claim.proof.slice(1) }],
    ['with a proof of a hash too many', { ...claim, proof: [two, ...claim.proof] }],
    ['with the hashes in another order', { ...claim, proof: claim.proof.toReversed() }],
    ['with a proof where none is needed', { ...alone, proof: [two] }],
    ['with a leaf that is no hash', { ...alone, leaf: short, root: short }],
    [
      'with a proof of what is no hash',
      { ...alone, size: 2, proof: [short], root: nodeHash(one, short) },
    ],
  ])('is not believed %s', (_name, false_) => {
    expect(verifyInclusion(false_)).toBe(false)
  })
})

describe('a claim that the log only grew', () => {
  const claim = {
    oldSize: 3,
    newSize: 7,
    oldRoot: rootOf(leaves.slice(0, 3)),
    newRoot: rootOf(leaves),
    proof: consistencyProof(leaves, 3),
  }
  const same = { ...claim, oldSize: 7, oldRoot: claim.newRoot, proof: [] }
  const fromNothing = { ...claim, oldSize: 0, oldRoot: emptyRoot, proof: [] }
  const nothing = { ...fromNothing, newSize: 0, newRoot: emptyRoot }

  it.each([claim, same, fromNothing, nothing])('is believed with its own proof', (true_) => {
    expect(verifyConsistency(true_)).toBe(true)
  })

  it.each([
    ['from another size', { ...claim, oldSize: 4 }],
    ['from a size below nothing', { ...fromNothing, oldSize: -1 }],
    ['to half an entry', { ...fromNothing, newSize: 7.5 }],
    ['to a smaller size', { ...same, newSize: 6 }],
    ['from another root', { ...claim, oldRoot: one }],
    ['to another root', { ...claim, newRoot: one }],
    ['with a proof that lacks a hash', { ...claim, proof: claim.proof.slice(1) }],
    ['with a proof of a hash too many', { ...claim, proof: [one, ...claim.proof] }],
    ['with no proof', { ...claim, proof: [] }],
    [
      'from a whole subtree, with no proof',
      { ...claim, oldSize: 4, oldRoot: rootOf(leaves.slice(0, 4)), proof: [] },
    ],
    ['with a proof where nothing grew', { ...same, proof: [one] }],
    ['where nothing grew but the root', { ...same, newRoot: one }],
    ['from nothing, with a proof', { ...fromNothing, proof: [one] }],
    ['from nothing, with a root of something', { ...fromNothing, oldRoot: one }],
    ['to nothing, with a root of something', { ...nothing, newRoot: one }],
    ['between roots that are no hashes', { ...same, oldRoot: short, newRoot: short }],
    [
      'with a proof of what is no hash',
      {
        oldSize: 1,
        newSize: 2,
        oldRoot: one,
        newRoot: nodeHash(one, short),
        proof: [short],
      },
    ],
  ])('is not believed %s', (_name, false_) => {
    expect(verifyConsistency(false_)).toBe(false)
  })
})

describe('what is damaged', () => {
  it.each([
    ['lacks a subtree', { size: 3, hashes: [one] }],
    ['has one too many', { size: 1, hashes: [one, two] }],
    ['has a size that is no number', { size: Number.NaN, hashes: [one, one, one] }],
    ['is larger than can be counted', { size: 2 ** 53, hashes: [one] }],
  ])('is a range that %s', (_name, range) => {
    expect(isWhole(range)).toBe(false)
  })

  it('does not grow where a subtree is needed and missing', () => {
    expect(() => appendTo({ size: 1, hashes: [] }, one)).toThrow(RangeError)
    expect(appendTo(emptyRange, one)).toEqual({ size: 1, hashes: [one] })
  })

  it.each([-1, 0.5, 7, Number.NaN])('is no place of a leaf: %d', (index) => {
    expect(() => inclusionProof(leaves, index)).toThrow('no leaf has this index')
  })

  it.each([-1, 0.5, 8, Number.NaN])('is no earlier size: %d', (size) => {
    expect(() => consistencyProof(leaves, size)).toThrow('the tree was never of this size')
  })
})
