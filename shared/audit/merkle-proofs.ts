import { type Hash, rootOf, splitOf } from './merkle.ts'

/**
 * What shows that the leaf at `index` is in the tree of these leaves: the roots of the subtrees beside its path, nearest
 * first. @see RFC 9162 §2.1.3.1
 */
export const inclusionProof = (leaves: readonly Hash[], index: number): readonly Hash[] => {
  if (!(Number.isInteger(index) && index >= 0 && index < leaves.length))
    throw new RangeError('no leaf has this index')
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const left = leaves.slice(0, split)
  const right = leaves.slice(split)
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)]
}

/**
 * What shows that the first `oldSize` of these leaves were the whole tree once, and that nothing of it was changed or
 * taken out since. @see RFC 9162 §2.1.4.1
 */
export const consistencyProof = (leaves: readonly Hash[], oldSize: number): readonly Hash[] => {
  if (!(Number.isInteger(oldSize) && oldSize >= 0 && oldSize <= leaves.length))
    throw new RangeError('the tree was never of this size')
  return oldSize === 0 ? [] : subproof(leaves, oldSize, true)
}

/** SUBPROOF of RFC 9162: `known` while the subtree is one whose root the verifier holds as the old root. */
const subproof = (leaves: readonly Hash[], oldSize: number, known: boolean): readonly Hash[] => {
  if (oldSize === leaves.length) return known ? [] : [rootOf(leaves)]
  const split = splitOf(leaves.length)
  const left = leaves.slice(0, split)
  const right = leaves.slice(split)
  return oldSize <= split
    ? [...subproof(left, oldSize, known), rootOf(right)]
    : [...subproof(right, oldSize - split, false), rootOf(left)]
}
