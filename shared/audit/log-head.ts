import type { CompactRange, Hash } from './merkle.ts'
import type { SealableEntry } from './sealed-leaf.ts'

/** Where the row of an entry stands that waits to be sealed, and the entry. */
export type UnsealedEntry = {
  readonly pk: string
  readonly sk: string
  readonly entry: SealableEntry
}

/** Entries of one transaction, in the order of their index; kept for good, for proofs are made from them. */
export type SealedLeaf = {
  readonly index: number
  readonly leafHash: Hash
  readonly pk: string
  readonly sk: string
}

/** The state of the log. It moves forward one version at a time, by one writer at a time. */
export type LogHead = {
  readonly version: number
  readonly range: CompactRange
  readonly root: Hash
}
