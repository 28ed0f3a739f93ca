import { expiriesIn, type JudgeGone, judgeGone } from './expired-leaves.ts'
import type { Finding } from './finding.ts'
import { continued, type FormerLog } from './former-log.ts'
import type { Held } from './held.ts'
import { holdsIn } from './legal-hold.ts'
import { type Series, settledSeriesOf } from './object-versions.ts'
import type { KeptCheckpoint } from './sealed-log.ts'
import { stillAside } from './set-aside.ts'
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
  /** What the log and the clock say of a leaf whose rows are gone. */
  readonly judge: JudgeGone
}

/**
 * Everything in which the log contradicts itself or what is held of it; nothing, when it is as it was signed. Pure: it
 * needs the copy, the public key, and nobody's word. A log that was restored needs those before it, the oldest first.
 */
export const verifyLog = (
  copy: LogCopy,
  held: Held,
  former: readonly FormerLog[] = [],
): readonly Finding[] => examineLog(copy, held, former).findings

/** {@link verifyLog}, and what it looked at. */
export const examineLog = (
  { sealed: own, table, findings = [] }: LogCopy,
  held: Held,
  former: readonly FormerLog[] = [],
): Examined => {
  const { sealed, notes, from, findings: ofFormer } = continued(own, former)
  const { findings: ofSealed, leaves, signed } = verifySealed(sealed, held)
  const series = settledSeriesOf(leaves, leaves.slice(0, settledIn(sealed)), held.stands)
  const judge = judgeBy(leaves, held)
  const beside = { sealed, notes, from, origin: held.origin, leaves, signed, judge }
  return {
    leaves,
    signed,
    series,
    judge,
    findings: [
      ...findings,
      ...ofFormer,
      ...ofSealed,
      ...(table === undefined ? [] : wrongBeside(table, beside)),
      ...stillAside(leaves),
      ...series.flatMap(({ object, missing }) =>
        missing.map(
          ({ version }): Finding => ({
            what: 'VERSION_MISSING',
            index: version,
            place: object,
          }),
        ),
      ),
    ],
  }
}

/** By what the log itself says of deletions and of holds. */
const judgeBy = (leaves: SealedResult['leaves'], { now }: Held): JudgeGone => {
  const entries = leaves.flatMap(({ leaf }, index) =>
    leaf === undefined ? [] : [{ index, entry: leaf.entry }],
  )
  return judgeGone({ expiries: expiriesIn(entries), holds: holdsIn(entries), now })
}

/** What was signed before the last run: by then whatever was done before had been sealed. Of a log of one run, all of it. */
const settledIn = ({ checkpoints }: SealedLog): number => {
  const sizes = checkpoints.map(({ size }) => size).toSorted((one, other) => other - one)
  return sizes[1] ?? sizes[0] ?? 0
}

type Beside = Pick<SealedResult, 'leaves' | 'signed'> & {
  readonly sealed: SealedLog
  /** Of former logs. */
  readonly notes: readonly KeptCheckpoint[]
  readonly from: number | undefined
  readonly origin: string
  readonly judge: JudgeGone
}

/** What of the table contradicts what was sealed. */
const wrongBeside = (
  table: LogTable,
  { sealed, notes, from, origin, leaves, signed, judge }: Beside,
): readonly Finding[] => {
  const expected = [...sealed.checkpoints, ...notes]
  return [
    ...verifyTable(table, { leaves, signed, judge }),
    ...(table.head === undefined || table.head.origin === origin
      ? []
      : [{ what: 'HEAD_DIFFERS' } as const]),
    ...table.checkpoints.flatMap((note) => differences(note, expected)),
    // Where a log goes on from another, the note beside the rows is the other's, if it had signed there.
    ...sealed.checkpoints
      .filter(({ size }) => size !== from && !table.checkpoints.some((note) => note.size === size))
      .map(({ size }): Finding => ({ what: 'NOTE_MISSING', index: size })),
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
