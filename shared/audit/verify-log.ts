import type { Finding } from './finding.ts'
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
 * needs the copy, the public key, and nobody's word.
 */
export const verifyLog = ({ sealed, table }: LogCopy, held: Held): readonly Finding[] => {
  const { findings, leaves, signed } = verifySealed(sealed, held)
  const noted = table.checkpoints.flatMap((note) => differences(note, sealed.checkpoints))
  const missing = sealed.checkpoints.filter(
    ({ size }) => !table.checkpoints.some((note) => note.size === size),
  )
  return [
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
