/** Decided here: which entries a legal hold keeps beyond their time. Without a library, for the verifier asks it too. */
import { isFields, isText } from './plain.ts'
import type { SealableEntry } from './sealed-leaf.ts'

/** Days are of UTC, as entries tell time. At least one of record and days is said: nobody holds everything by mistake. */
export type LegalHold = {
  readonly holdId: string
  /** The child, adult, concern, alert or other record whose entries are held. */
  readonly record?: string | undefined
  /** The first and last day of the acts that are held. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The last day on which it holds; left out: until somebody lifts it. */
  readonly until?: string | undefined
}

/** A hold as the directory keeps it: one that was lifted stays there. */
export type KeptHold = LegalHold & { readonly liftedBy?: string | undefined }

export const withoutLifting = ({ liftedBy: _liftedBy, ...hold }: KeptHold): LegalHold => hold

/** The subject under which every hold stands in the log. */
export const aboutHolds = 'legal-hold'

const dayOf = (at: string): string => at.slice(0, 'yyyy-mm-dd'.length)

type Entry = Pick<SealableEntry, 'at' | 'subjects'>

const covers = ({ record, from, to }: LegalHold, { at, subjects }: Entry): boolean =>
  (record === undefined || subjects.includes(record)) &&
  (from === undefined || dayOf(at) >= from) &&
  (to === undefined || dayOf(at) <= to)

/** Whether a hold still holds on the day of this moment. */
export const isInForce = ({ until, liftedBy }: KeptHold, now: Date): boolean =>
  liftedBy === undefined && (until === undefined || dayOf(now.toISOString()) <= until)

/** Whether any of these holds keeps an entry at this moment. */
export const isHeld = (entry: Entry, holds: readonly KeptHold[], now: Date): boolean =>
  holds.some((hold) => isInForce(hold, now) && covers(hold, entry))

/** A hold as the log tells it: placed by which leaf, and lifted by which. */
export type HoldInLog = LegalHold & { readonly placed: number; readonly lifted: number | undefined }

export type EntryAt = { readonly index: number; readonly entry: SealableEntry }

const codesOf = ({ codes }: SealableEntry): Readonly<Record<string, unknown>> =>
  isFields(codes) ? codes : {}

const text = (value: unknown): string | undefined => (isText(value) ? value : undefined)

/** Every hold of which the log tells. */
export const holdsIn = (entries: readonly EntryAt[]): readonly HoldInLog[] => {
  const lifted = new Map(
    entries
      .filter(({ entry }) => entry.action === 'HOLD_LIFTED')
      .map(({ index, entry }) => [codesOf(entry)['hold'], index]),
  )
  return entries.flatMap(({ index, entry }): HoldInLog[] => {
    const codes = codesOf(entry)
    const holdId = text(codes['hold'])
    if (entry.action !== 'HOLD_PLACED' || holdId === undefined) return []
    const [record, from, to, until] = ['record', 'from', 'to', 'until'].map((name) =>
      text(codes[name]),
    )
    return [{ holdId, record, from, to, until, placed: index, lifted: lifted.get(holdId) }]
  })
}

/** Those that stood when the leaf of this number was sealed. */
export const standingAt = (holds: readonly HoldInLog[], index: number): readonly HoldInLog[] =>
  holds.filter(({ placed, lifted }) => placed < index && (lifted === undefined || lifted > index))
