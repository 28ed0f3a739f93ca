import type { Finding } from './finding.ts'
import { continued, type FormerLog } from './former-log.ts'
import type { Held } from './held.ts'
import type { KeptCheckpoint } from './sealed-log.ts'
import { type SealedLog, verifySealed } from './verify-sealed.ts'
import { type LogTable, verifyTable } from './verify-table.ts'

/**
 * A log with all that there is of it. Whoever copies one that grows reads the tables first, then the bundles, then the
 * checkpoints: then all that was read is signed, unless a run is at that moment cut off.
 */
export type LogCopy = { readonly sealed: SealedLog; readonly table: LogTable }

/**
 * Everything in which the log contradicts itself or what is held of it; nothing, when it is as it was signed. Pure: it
 * needs the copy, the public key, and nobody's word. A log that was restored needs those before it, the oldest first.
 */
export const verifyLog = (
  { sealed: own, table }: LogCopy,
  held: Held,
  former: readonly FormerLog[] = [],
): readonly Finding[] => {
  const { sealed, notes, from, findings: ofFormer } = continued(own, former)
  const { findings, leaves, signed } = verifySealed(sealed, held)
  const expected = [...sealed.checkpoints, ...notes]
  const noted = table.checkpoints.flatMap((note) => differences(note, expected))
  // Where a log goes on from another, the note beside the rows is the other's, if it had signed there.
  const missing = sealed.checkpoints.filter(
    ({ size }) => size !== from && !table.checkpoints.some((note) => note.size === size),
  )
  return [
    ...ofFormer,
    ...findings,
    ...verifyTable(table, { leaves, signed }),
    ...(table.head === undefined || table.head.origin === held.origin
      ? []
      : [{ what: 'HEAD_DIFFERS' } as const]),
    ...noted,
    ...missing.map(({ size }): Finding => ({ what: 'NOTE_MISSING', index: size })),
  ]
}

/** Beside the rows the same notes stand as in the sealed log. */
const differences = (
  { size, note }: KeptCheckpoint,
  sealed: readonly KeptCheckpoint[],
): readonly Finding[] =>
  sealed.some((one) => one.size === size && one.note === note)
    ? []
    : [{ what: 'NOTE_DIFFERS', index: size }]
