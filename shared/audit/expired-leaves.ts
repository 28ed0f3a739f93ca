/**
 * Decided here: how the log says which leaves were deleted at their end, and when that is believed of one that is gone. The
 * body of a leaf stands in the sealed log still: so its time is known, whatever anybody says of it.
 */
import { type EndingKeeping, endingKeepings, isOver, keepingFor } from './keeping.ts'
import { type HoldInLog, isHeld, standingAt } from './legal-hold.ts'
import { isFields } from './plain.ts'
import type { SealableEntry } from './sealed-leaf.ts'

/** Under which subject the entries about the log itself stand. */
export const aboutLog = 'audit-log'

/** That all leaves from one to before another that are kept so, and are held by nobody, are deleted. */
type Expiry = {
  readonly keeping: EndingKeeping
  readonly from: number
  readonly to: number
}

/** Leaves of a block: who looks for what is said of a leaf asks for its block. */
const block = 10_000

/** Leaves of one such entry: as many blocks as it has room for as subjects. */
export const mostExpired = 10 * block

const subjectOfBlock = (number: number): string => `expired-leaves:${number}`

/** The subjects under which what is said of these leaves stands. */
export const subjectsOfLeaves = (from: number, to: number): readonly string[] => {
  const first = Math.floor(from / block)
  const last = Math.floor(Math.max(from, to - 1) / block)
  return Array.from({ length: last - first + 1 }, (_, at) => subjectOfBlock(first + at))
}

const numberIn = (value: unknown): number =>
  typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN

/** What an entry says was deleted; undefined where it says nothing of the kind, or somebody else says it. */
const expiryOf = ({ action, actor, codes }: SealableEntry): Expiry | undefined => {
  if (action !== 'ENTRIES_EXPIRED' || actor !== 'expire-entries' || !isFields(codes))
    return undefined
  const keeping = endingKeepings.find((one) => one === codes['keeping'])
  const [from, to] = [numberIn(codes['from']), numberIn(codes['to'])]
  return keeping !== undefined && from < to ? { keeping, from, to } : undefined
}

/** As it stands in the log: by which leaf, and of which moment. */
export type ExpiryInLog = Expiry & { readonly index: number; readonly at: string }

export const expiriesIn = (
  entries: readonly { readonly index: number; readonly entry: SealableEntry }[],
): readonly ExpiryInLog[] =>
  entries.flatMap(({ index, entry }) => {
    const expiry = expiryOf(entry)
    return expiry === undefined ? [] : [{ ...expiry, index, at: entry.at }]
  })

/** AT_ITS_END: the log says so, and it is so. EARLY: the log says so, and it is not. UNSAID: the log says nothing of it. */
type Gone = 'AT_ITS_END' | 'EARLY' | 'UNSAID'

export type JudgeGone = (index: number, entry: SealableEntry) => Gone

/** Where nothing was ever deleted, or nobody can say so. */
export const nothingExpires: JudgeGone = () => 'UNSAID'

/**
 * What to think of a leaf whose rows are gone. Its time must have been over by the moment of the entry that says so, and by the
 * own clock of whoever asks: without one nothing is believed.
 */
export const judgeGone = ({
  expiries,
  holds,
  now = new Date(Number.NaN),
}: {
  readonly expiries: readonly ExpiryInLog[]
  readonly holds: readonly HoldInLog[]
  readonly now: Date | undefined
}): JudgeGone => {
  const isAtEnd = (entry: SealableEntry, { at, index }: ExpiryInLog): boolean => {
    const then = new Date(at)
    return isOver(entry, [then, now]) && !isHeld(entry, standingAt(holds, index), then)
  }
  return (index, entry) => {
    const keeping = keepingFor(entry)
    const naming = expiries.filter(
      (one) => one.keeping === keeping && one.from <= index && index < one.to,
    )
    if (naming.length === 0) return 'UNSAID'
    return naming.some((one) => isAtEnd(entry, one)) ? 'AT_ITS_END' : 'EARLY'
  }
}
