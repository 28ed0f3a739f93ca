import type { Finding } from './finding.ts'
import type { Held } from './held.ts'
import { type Series, seriesOf } from './object-versions.ts'
import type { KeptCheckpoint } from './sealed-log.ts'
import { type SealedLog, type SealedResult, verifySealed } from './verify-sealed.ts'
import { type LogTable, verifyTable } from './verify-table.ts'

/**
 * A log with all that there is of it, or its sealed part alone. Whoever copies one that grows reads the tables first, then the
 * bundles, then the checkpoints: then all that was read is signed, unless a run is at that moment cut off.
 */
export type LogCopy = {
  readonly sealed: SealedLog
  readonly table: LogTable | undefined
  /** What of the copy could not be read. */
  readonly findings?: readonly Finding[]
}

export type Examined = Pick<SealedResult, 'leaves' | 'signed'> & {
  readonly findings: readonly Finding[]
  /** The versions that the entries name of each record whose every change has one. */
  readonly series: readonly Series[]
}

/**
 * Everything in which the log contradicts itself or what is held of it; nothing, when it is as it was signed. Pure: it
 * needs the copy, the public key, and nobody's word.
 */
export const verifyLog = (copy: LogCopy, held: Held): readonly Finding[] =>
  examineLog(copy, held).findings

/** {@link verifyLog}, and what it looked at. */
export const examineLog = ({ sealed, table, findings = [] }: LogCopy, held: Held): Examined => {
  const { findings: ofSealed, leaves, signed } = verifySealed(sealed, held)
  const series = seriesOf(leaves)
  return {
    leaves,
    signed,
    series,
    findings: [
      ...findings,
      ...ofSealed,
      ...(table === undefined ? [] : wrongBeside(table, { sealed, leaves, signed, held })),
      ...series.flatMap(({ object, missing }) =>
        missing.map((index): Finding => ({ what: 'VERSION_MISSING', index, place: object })),
      ),
    ],
  }
}

/** What of the table contradicts what was sealed. */
const wrongBeside = (
  table: LogTable,
  {
    sealed,
    leaves,
    signed,
    held,
  }: Pick<SealedResult, 'leaves' | 'signed'> & {
    readonly sealed: SealedLog
    readonly held: Held
  },
): readonly Finding[] => [
  ...verifyTable(table, { leaves, signed }),
  ...(table.head === undefined || table.head.origin === held.origin
    ? []
    : [{ what: 'HEAD_DIFFERS' } as const]),
  ...table.checkpoints.flatMap((note) => differences(note, sealed.checkpoints)),
  ...sealed.checkpoints
    .filter(({ size }) => !table.checkpoints.some((note) => note.size === size))
    .map(({ size }): Finding => ({ what: 'NOTE_MISSING', index: size })),
]

/** Beside the rows the same notes stand as in the sealed log. */
const differences = (
  { size, note }: KeptCheckpoint,
  sealed: readonly KeptCheckpoint[],
): readonly Finding[] =>
  sealed.some((one) => one.size === size && one.note === note)
    ? []
    : [{ what: 'NOTE_DIFFERS', index: size }]
