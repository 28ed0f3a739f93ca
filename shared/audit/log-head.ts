import type { CompactRange, Hash } from './merkle.ts'
import type { SealableEntry } from './sealed-leaf.ts'

/** An entry that waits to be sealed, and where its row stands meanwhile. */
export type UnsealedEntry = {
  readonly pk: string
  readonly sk: string
  readonly entry: SealableEntry
  /** The sequencer itself made it, as it seals it: it never waited. */
  readonly isOwn?: true
}

/** An entry with its place in the log. */
export type SealedEntry = UnsealedEntry & { readonly index: number; readonly leafHash: Hash }

/** The state of the log. It moves forward one version at a time, by one writer at a time. */
export type LogHead = {
  /** The log that it is the head of: no origin ever signs two roots of one size. */
  readonly origin: string
  readonly version: number
  readonly range: CompactRange
  readonly root: Hash
}
