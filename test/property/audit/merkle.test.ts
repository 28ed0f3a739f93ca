import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hash, leafHash, rootOf } from '../../../shared/audit/merkle.ts'
import { consistencyProof, inclusionProof } from '../../../shared/audit/merkle-proofs.ts'
import {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from '../../../shared/audit/merkle-verify.ts'
import { runs } from '../../builders/runs.ts'
import { rfcVerifyConsistency, rfcVerifyInclusion } from './rfc-9162-verifier.ts'

const { numRuns } = runs(1_000)
const leaves = Array.from({ length: 130 }, (_, index) => leafHash(`entry ${index}`))
const roots = leaves.map((_, index) => rootOf(leaves.slice(0, index + 1)))
const rootAt = (size: number): Hash => roots[size - 1] ?? rootOf([])

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))
const flipped = (value: Hash, bit: number): Hash => {
  const copy = Buffer.from(value)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

/** A way to alter a hash or a list of hashes; it may, rarely, change nothing. */
type Alter = {
  readonly one: (value: Hash) => Hash
  readonly list: (proof: readonly Hash[]) => Hash[]
}
const alter: fc.Arbitrary<Alter> = fc
  .record({
    kind: fc.constantFrom('flip', 'drop', 'insert', 'replace', 'swap', 'shorten'),
    at: fc.nat(20),
    to: fc.nat(20),
    bit: fc.nat(255),
    fresh: fc.oneof(hash, fc.constantFrom(...leaves.slice(0, 8), ...roots.slice(0, 8))),
  })
  .map(({ kind, at, to, bit, fresh }) => {
    const one = (value: Hash): Hash => {
      if (kind === 'flip') return flipped(value, bit)
      return kind === 'shorten' ? value.subarray(1) : fresh
    }
    const list = (proof: readonly Hash[]): Hash[] => {
      const place = at % (proof.length + 1)
      const value = proof[place]
      if (kind === 'insert' || value === undefined) return proof.toSpliced(place, 0, fresh)
      if (kind === 'drop') return proof.toSpliced(place, 1)
      if (kind !== 'swap') return proof.with(place, one(value))
      const other = to % proof.length
      return proof.with(place, proof[other] ?? value).with(other, value)
    }
    return { one, list }
  })

const text = (value: unknown): string => JSON.stringify(value)

describe('an altered inclusion claim', () => {
  const honest = fc.tuple(fc.integer({ min: 1, max: 130 }), fc.nat(129)).map(([size, n]) => {
    const index = n % size
    const tree = leaves.slice(0, size)
    const leaf = leafHash(`entry ${index}`)
    return { index, size, leaf, proof: inclusionProof(tree, index), root: rootAt(size) }
  })
  const change = (claim: InclusionClaim, part: keyof InclusionClaim, by: Alter): InclusionClaim => {
    if (part === 'index' || part === 'size') return claim
    return { ...claim, [part]: part === 'proof' ? by.list(claim.proof) : by.one(claim[part]) }
  }

  it('is never accepted', () => {
    let altered = 0
    const parts = fc.constantFrom('leaf', 'proof', 'root')
    fc.assert(
      fc.property(honest, parts, alter, (claim, part, by) => {
        const other = change(claim, part, by)
        const isSame = text(other) === text(claim)
        if (!isSame) altered += 1
        expect(verifyInclusion(other)).toBe(isSame)
      }),
      { numRuns },
    )
    expect(altered).toBeGreaterThan(numRuns * 0.9)
  })

  it('is never accepted for another index of the same tree', () => {
    fc.assert(
      fc.property(honest, fc.nat(129), (claim, index) => {
        expect(verifyInclusion({ ...claim, index })).toBe(index === claim.index)
      }),
      { numRuns },
    )
  })

  it('is judged as RFC 9162 judges it, at any index and size', () => {
    fc.assert(
      fc.property(honest, fc.nat(200), fc.nat(200), (claim, index, size) => {
        const other = { ...claim, index, size }
        expect(verifyInclusion(other)).toBe(rfcVerifyInclusion(other))
      }),
      { numRuns },
    )
  })
})

describe('an altered consistency claim', () => {
  const honest = fc
    .tuple(fc.integer({ min: 2, max: 130 }), fc.nat(129))
    .map(([newSize, n]): ConsistencyClaim => {
      const oldSize = 1 + (n % (newSize - 1))
      const proof = consistencyProof(leaves.slice(0, newSize), oldSize)
      return { oldSize, newSize, oldRoot: rootAt(oldSize), newRoot: rootAt(newSize), proof }
    })

  it('is never accepted', () => {
    let altered = 0
    const parts = fc.constantFrom('oldRoot', 'newRoot', 'proof')
    fc.assert(
      fc.property(honest, parts, alter, (claim, part, by) => {
        const value = part === 'proof' ? by.list(claim.proof) : by.one(claim[part])
        const other = { ...claim, [part]: value }
        const isSame = text(other) === text(claim)
        if (!isSame) altered += 1
        expect(verifyConsistency(other)).toBe(isSame)
      }),
      { numRuns },
    )
    expect(altered).toBeGreaterThan(numRuns * 0.9)
  })

  it('is judged as RFC 9162 judges it, at any sizes', () => {
    fc.assert(
      fc.property(honest, fc.integer({ min: 1, max: 200 }), fc.nat(200), (claim, oldSize, more) => {
        const other = { ...claim, oldSize, newSize: oldSize + 1 + more }
        expect(verifyConsistency(other)).toBe(rfcVerifyConsistency(other))
      }),
      { numRuns },
    )
  })

  it('is never accepted for a rewritten log', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 120 }), fc.nat(), fc.nat(), (newSize, n, at) => {
        const oldSize = 1 + (n % (newSize - 1))
        const rewritten = leaves.slice(0, newSize).with(at % oldSize, leafHash('other'))
        const claim = { oldSize, newSize, oldRoot: rootAt(oldSize), newRoot: rootOf(rewritten) }
        const proof = consistencyProof(rewritten, oldSize)
        expect(verifyConsistency({ ...claim, proof })).toBe(false)
      }),
      runs(300),
    )
  })
})
