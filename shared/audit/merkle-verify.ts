/**
 * Decided here: a verifier believes a proof only if it has exactly the shape that the sizes ask for. The functions mirror
 * the definitions of proof construction instead of the RFC's loops over bits; tests hold them against those loops.
 */
import { emptyRoot, type Hash, nodeHash, splitOf } from './merkle.ts'

export type InclusionClaim = {
  readonly index: number
  readonly size: number
  readonly leaf: Hash
  readonly proof: readonly Hash[]
  readonly root: Hash
}

export type ConsistencyClaim = {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Hash
  readonly newRoot: Hash
  readonly proof: readonly Hash[]
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const areHashes = (values: readonly Hash[]): boolean => values.every(({ length }) => length === 32)

/** Whether the leaf stands at this index of the tree with this root. @see RFC 9162 §2.1.3.2 */
export const verifyInclusion = ({ index, size, leaf, proof, root }: InclusionClaim): boolean => {
  if (!(isSize(index) && isSize(size) && index < size)) return false
  if (!areHashes([leaf, root, ...proof])) return false
  return rootAbove({ leaf, proof }, index, size)?.equals(root) ?? false
}

const rootAbove = (
  { leaf, proof }: Pick<InclusionClaim, 'leaf' | 'proof'>,
  index: number,
  size: number,
): Hash | undefined => {
  const beside = proof.at(-1)
  if (size === 1) return beside === undefined ? leaf : undefined
  if (beside === undefined) return undefined
  const split = splitOf(size)
  const isLeft = index < split
  const below = { leaf, proof: proof.slice(0, -1) }
  const inner = isLeft
    ? rootAbove(below, index, split)
    : rootAbove(below, index - split, size - split)
  if (inner === undefined) return undefined
  return isLeft ? nodeHash(inner, beside) : nodeHash(beside, inner)
}

/** Whether the newer tree begins with the whole of the older. @see RFC 9162 §2.1.4.2 */
export const verifyConsistency = (claim: ConsistencyClaim): boolean => {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!(isSize(oldSize) && isSize(newSize) && oldSize <= newSize)) return false
  if (!areHashes([oldRoot, newRoot, ...proof])) return false
  if (newSize === 0 && !newRoot.equals(emptyRoot)) return false
  if (oldSize === 0) return proof.length === 0 && oldRoot.equals(emptyRoot)
  const roots = rootsAbove({ proof, known: oldRoot }, oldSize, newSize)
  return roots?.before.equals(oldRoot) === true && roots.after.equals(newRoot)
}

type Roots = { readonly before: Hash; readonly after: Hash }

const rootsAbove = (
  { proof, known }: { readonly proof: readonly Hash[]; readonly known: Hash | undefined },
  oldSize: number,
  newSize: number,
): Roots | undefined => {
  if (oldSize === newSize) return unchanged(proof, known)
  const beside = proof.at(-1)
  if (beside === undefined) return undefined
  const rest = proof.slice(0, -1)
  const split = splitOf(newSize)
  if (oldSize <= split) {
    const left = rootsAbove({ proof: rest, known }, oldSize, split)
    return left && { before: left.before, after: nodeHash(left.after, beside) }
  }
  const right = rootsAbove({ proof: rest, known: undefined }, oldSize - split, newSize - split)
  return right && { before: nodeHash(beside, right.before), after: nodeHash(beside, right.after) }
}

/** A subtree that did not grow: its root is known, or is the one hash that is left of the proof. */
const unchanged = (proof: readonly Hash[], known: Hash | undefined): Roots | undefined => {
  const [root, ...more] = known === undefined ? proof : [known, ...proof]
  return root === undefined || more.length > 0 ? undefined : { before: root, after: root }
}
