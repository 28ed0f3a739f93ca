import type { Finding } from './finding.ts'
import type { Held } from './held.ts'
import { leafOfLine } from './leaf-text.ts'
import { isFields } from './plain.ts'
import type { Leaf } from './sealed-leaf.ts'
import { type KeptCheckpoint, linesOf } from './sealed-log.ts'
import { type SealedLog, verifySealed } from './verify-sealed.ts'

/** A log whose rows were restored, and went on as another: what stands in its own sealed log, and what is held of it. */
export type FormerLog = { readonly sealed: SealedLog; readonly held: Held }

export type Continued = {
  /** The sealed log with all leaves before it, from the first on. */
  readonly sealed: SealedLog
  /** What of former logs may stand beside the rows. */
  readonly notes: readonly KeptCheckpoint[]
  /** The size at which this log goes on from another; undefined for one that begins with its first leaf. */
  readonly from: number | undefined
  readonly findings: readonly Finding[]
}

/** The size of the first checkpoint of a log: of one that goes on from another, how many leaves it took over. */
const beginOf = ({ checkpoints }: SealedLog): number =>
  checkpoints.length === 0 ? 0 : Math.min(...checkpoints.map(({ size }) => size))

const textOfAll = ({ bundles }: SealedLog): readonly string[] =>
  bundles.toSorted((one, other) => one.first - other.first).flatMap(({ text }) => linesOf(text))

/** The leaves that were taken over, before those that were sealed since. */
const withLeavesOf = (former: SealedLog, sealed: SealedLog): SealedLog => {
  const lines = textOfAll(former).slice(0, beginOf(sealed))
  const text = lines.map((line) => `${line}\n`).join('')
  return {
    checkpoints: sealed.checkpoints,
    bundles: text === '' ? sealed.bundles : [{ first: 0, text }, ...sealed.bundles],
  }
}

const leafAt = (sealed: SealedLog, index: number): Leaf | undefined => {
  const line = textOfAll(sealed)[index]
  return line === undefined ? undefined : leafOfLine(line)
}

/** The first leaf of a log that goes on from another names it: otherwise somebody else's leaves were put before it. */
const namesIt = (sealed: SealedLog, from: number, { held }: FormerLog): readonly Finding[] => {
  const entry = leafAt(sealed, from)?.entry
  const codes = entry?.['codes']
  const isNamed =
    entry?.action === 'LOG_RESTORED' &&
    isFields(codes) &&
    codes['origin'] === held.origin &&
    codes['size'] === String(from)
  return isNamed ? [] : [{ what: 'FORMER_DIFFERS', index: from, place: held.origin }]
}

/**
 * A log with the leaves that it took over from those before it, the oldest first. Each of them is verified as it stands, by its
 * own key; that their leaves are those that were taken over, the first checkpoint of the log after it says, which is signed.
 */
export const continued = (sealed: SealedLog, former: readonly FormerLog[]): Continued => {
  const [before, ...older] = former.toReversed()
  if (before === undefined) return { sealed, notes: [], from: undefined, findings: [] }
  const theirs = continued(before.sealed, older.toReversed())
  const from = beginOf(sealed)
  const whole = withLeavesOf(theirs.sealed, sealed)
  const ofBefore = verifySealed(theirs.sealed, before.held).findings
  return {
    sealed: whole,
    notes: [...theirs.notes, ...before.sealed.checkpoints].filter(({ size }) => size <= from),
    from,
    findings: [
      ...theirs.findings,
      ...ofBefore.map((finding): Finding => ({ ...finding, place: before.held.origin })),
      ...namesIt(whole, from, before),
    ],
  }
}
