import type { Mode } from '../engine/chaos.ts'

/** A bug as one change of a file, and the mode in which it must be found; a wider sweep may hide it. */
export type Plant = {
  readonly file: string
  readonly find: string
  readonly replace: string
  readonly mode: Mode
  /** Found where a table is put back to an earlier second. */
  readonly isRestored?: boolean
}
