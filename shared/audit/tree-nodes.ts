/**
 * Decided here: which hashes a proof is made of, without the leaves. A batch of the log holds its own leaves' hashes and the
 * complete subtrees before them, and so every complete subtree whose last leaf is one of its own.
 */
import { type CompactRange, type Hash, nodeHash, splitOf } from './merkle.ts'

/** Leaves from one to before another. */
export type Span = { readonly from: number; readonly to: number }

/** A batch as far as proofs look at it. */
export type HashedBatch = { readonly before: CompactRange; readonly hashes: readonly Hash[] }

/** The subtrees beside a leaf's path to the root, nearest first. @see RFC 9162 §2.1.3.1 */
export const spansBeside = (index: number, { from, to }: Span): readonly Span[] => {
  if (to - from === 1) return []
  const split = from + splitOf(to - from)
  return index < split
    ? [...spansBeside(index, { from, to: split }), { from: split, to }]
    : [...spansBeside(index, { from: split, to }), { from, to: split }]
}

/** The subtrees that show how a tree of `oldSize` grew into the span, which begins at 0. @see RFC 9162 §2.1.4.1 */
export const spansOfGrowth = (
  oldSize: number,
  { from, to }: Span,
  known = true,
): readonly Span[] => {
  if (oldSize === to) return known ? [] : [{ from, to }]
  const split = from + splitOf(to - from)
  return oldSize <= split
    ? [...spansOfGrowth(oldSize, { from, to: split }, known), { from: split, to }]
    : [...spansOfGrowth(oldSize, { from: split, to }, false), { from, to: split }]
}

/** The complete subtrees of which a span is made, largest first: one for each 1 in the digits of its length. */
export const piecesOf = ({ from, to }: Span): readonly Span[] => {
  if (from === to) return []
  const length = 2 ** Math.floor(Math.log2(to - from))
  const piece = { from, to: from + length }
  return [piece, ...piecesOf({ from: piece.to, to })]
}

const nameOf = ({ from, to }: Span): string => `${from}-${to}`

/** Hashes of complete subtrees, by their span. */
export type KnownNodes = ReadonlyMap<string, Hash>

/** Whether a leaf is among them: then so is all that its batch shows. */
export const isKnown = (leaf: number, known: KnownNodes): boolean =>
  known.has(nameOf({ from: leaf, to: leaf + 1 }))

/** Every complete subtree that a batch shows: those that stood before it, and those that its leaves completed. */
export const nodesOf = ({ before, hashes }: HashedBatch): KnownNodes => {
  const stack = piecesOf({ from: 0, to: before.size }).flatMap((span, at) => {
    const hash = before.hashes[at]
    return hash === undefined ? [] : [{ ...span, hash }]
  })
  const nodes = stack.map((node) => [nameOf(node), node.hash] as const)
  for (const [at, hash] of hashes.entries()) {
    let node = { from: before.size + at, to: before.size + at + 1, hash }
    nodes.push([nameOf(node), node.hash])
    for (let left = stack.at(-1); left !== undefined; left = stack.at(-1)) {
      if (left.to - left.from !== node.to - node.from) break
      stack.pop()
      node = { from: left.from, to: node.to, hash: nodeHash(left.hash, node.hash) }
      nodes.push([nameOf(node), node.hash])
    }
    stack.push(node)
  }
  return new Map(nodes)
}

/** Pieces of these spans that are not known yet. */
export const missingIn = (spans: readonly Span[], known: KnownNodes): readonly Span[] =>
  spans.flatMap(piecesOf).filter((piece) => !known.has(nameOf(piece)))

/** The root over a span, where all its pieces are known. */
export const rootOfSpan = (span: Span, known: KnownNodes): Hash | undefined => {
  const hashes = piecesOf(span).map((piece) => known.get(nameOf(piece)))
  return hashes.reduceRight((right, left, at) => {
    if (at === hashes.length - 1) return left
    return left && right && nodeHash(left, right)
  }, undefined)
}
