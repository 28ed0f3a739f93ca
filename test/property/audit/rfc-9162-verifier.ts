/**
 * The verification algorithms of RFC 9162 step by step, as an oracle for ours, which are written otherwise.
 * @see RFC 9162 §2.1.3.2, §2.1.4.2
 */
import { type Hash, nodeHash } from '../../../shared/audit/merkle.ts'
import type { ConsistencyClaim, InclusionClaim } from '../../../shared/audit/merkle-verify.ts'

type Walk = { readonly fn: number; readonly sn: number }

const isOdd = (value: number): boolean => value % 2 === 1
const shifted = ({ fn, sn }: Walk): Walk => ({ fn: Math.floor(fn / 2), sn: Math.floor(sn / 2) })

const shiftedWhile = (start: Walk, holds: (fn: number) => boolean): Walk => {
  let walk = start
  while (holds(walk.fn)) walk = shifted(walk)
  return walk
}

/** Folds the path over the start: to the left of `both` where the RFC says so, else to the right of `grown` alone. */
const fold = (start: Walk, path: readonly Hash[], seed: Hash) => {
  let walk = start
  let both = seed
  let grown = seed
  for (const hash of path) {
    if (walk.sn === 0) return undefined
    if (isOdd(walk.fn) || walk.fn === walk.sn) {
      both = nodeHash(hash, both)
      grown = nodeHash(hash, grown)
      walk = shiftedWhile(walk, (fn) => !isOdd(fn) && fn !== 0)
    } else grown = nodeHash(grown, hash)
    walk = shifted(walk)
  }
  return walk.sn === 0 ? { both, grown } : undefined
}

export const rfcVerifyInclusion = ({ index, size, leaf, proof, root }: InclusionClaim): boolean => {
  if (index >= size) return false
  return fold({ fn: index, sn: size - 1 }, proof, leaf)?.grown.equals(root) ?? false
}

/** For 0 < oldSize < newSize, which is all that the RFC defines. */
export const rfcVerifyConsistency = (claim: ConsistencyClaim): boolean => {
  const isPower = Number.isInteger(Math.log2(claim.oldSize))
  const [first, ...path] = isPower ? [claim.oldRoot, ...claim.proof] : claim.proof
  if (first === undefined) return false
  const start = shiftedWhile({ fn: claim.oldSize - 1, sn: claim.newSize - 1 }, isOdd)
  const roots = fold(start, path, first)
  return roots?.both.equals(claim.oldRoot) === true && roots.grown.equals(claim.newRoot)
}
