import type { CompactRange, Hash } from './merkle.ts'
import type { Leaf } from './sealed-leaf.ts'

/**
 * An entry that is to be sealed, where its row stands meanwhile, and where and how it will stand in the log. One that the
 * sequencer itself makes (`isOwn`) never waits, and has no row.
 */
export type UnsealedEntry = Omit<Leaf, 'salt'> &
  ({ readonly pk: string; readonly sk: string; readonly isOwn?: never } | { readonly isOwn: true })

/** An entry with its place in the log. */
export type SealedEntry = UnsealedEntry & {
  readonly salt: string
  readonly index: number
  readonly leafHash: Hash
}

/** The state of the log. It moves forward one version at a time, by one writer at a time. */
export type LogHead = {
  /** The log that it is the head of: no origin ever signs two roots of one size. */
  readonly origin: string
  readonly version: number
  readonly range: CompactRange
  readonly root: Hash
}

/** One move of the head. */
export type HeadMove = { readonly before: LogHead; readonly next: LogHead }

/** A leaf as a batch has it, and what the row of its entry says now; undefined when that cannot be read as one, or is gone. */
export type AppendedLeaf = {
  readonly index: number
  readonly leafHash: Hash
  /** No row stands in its place. */
  readonly isGone?: true
  readonly leaf: Leaf | undefined
}

/** What one transaction appended, and the tree as it was before. */
export type AppendedBatch = {
  readonly before: CompactRange
  readonly leaves: readonly AppendedLeaf[]
}
