import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { aboutLog, type ExpiryInLog, subjectsOfLeaves } from '../audit/expired-leaves.ts'
import {
  type Announced,
  type Cursor,
  type ExpiredThrough,
  passed,
  resumed,
} from '../audit/expired-through.ts'
import { type Clocks, type EndingKeeping, endingKeepings, keepings } from '../audit/keeping.ts'
import { isInForce, type KeptHold, withoutLifting } from '../audit/legal-hold.ts'
import type { Leaf } from '../audit/sealed-leaf.ts'
import type { Clock } from '../kernel/clock.ts'
import { type Found, fatesFrom, findExpired, type ReadLeaves, type Terms } from './find-expired.ts'

export type ExpireEntriesDeps = {
  readonly readThrough: () => Promise<ExpiredThrough>
  /** Every hold, with those that were lifted. */
  readonly readHolds: () => Promise<readonly KeptHold[]>
  /** When the newest entry of the log was made, by the clock of whoever made it. */
  readonly readNewest: () => Promise<Date | undefined>
  readonly readLeaves: ReadLeaves
  /** What the entry by which leaves go says, once it stands in the log: that alone is done. */
  readonly readSealed: (announced: Announced) => Promise<ExpiryInLog | undefined>
  /** Every row of these entries, each entry whole or not at all. */
  readonly deleteEntries: (leaves: readonly Leaf[]) => Promise<void>
  /** How far it has come, with the entries that say so, in one transaction. */
  readonly keep: (
    through: ExpiredThrough,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
  /** Whether there is no time left. */
  readonly isLate: () => boolean
}

/** How many entries went, by how they were kept. */
export type ExpireEntriesResult = {
  readonly deleted: Readonly<Record<EndingKeeping, number>>
  /** False when the run stopped at its bound; the next goes on. */
  readonly isWhole: boolean
}

type Run = {
  readonly now: Date
  readonly holds: readonly KeptHold[]
  readonly clocks: Clocks
  readonly deps: ExpireEntriesDeps
}

type Attended = {
  readonly through: ExpiredThrough
  readonly deleted: number
  readonly isWhole: boolean
}

/**
 * Deletes entries whose time is over, in two steps: an entry of the log says first how many leaves go, of which numbers and
 * kept for how long; only when that is sealed do their rows go, in a later run. Each way of keeping has its own
 * place from which it goes on, so that what is kept longer is passed over once, and never read again for it.
 */
export const expireEntries = async (deps: ExpireEntriesDeps): Promise<ExpireEntriesResult> => {
  const now = deps.now()
  const [start, holds, newest] = await Promise.all([
    deps.readThrough(),
    deps.readHolds(),
    deps.readNewest(),
  ])
  const run: Run = { now, holds, clocks: [now, newest ?? new Date(Number.NaN)], deps }
  const deleted = { HUB: 0, CHILD: 0 }
  let through = start
  let isWhole = true
  for (const keeping of endingKeepings) {
    const one = await attend(keeping, through, run)
    through = one.through
    deleted[keeping] = one.deleted
    isWhole &&= one.isWhole
  }
  return { deleted, isWhole }
}

/** What was announced goes, once it is sealed; then, once a day, what is over since is announced. */
const attend = async (
  keeping: EndingKeeping,
  through: ExpiredThrough,
  run: Run,
): Promise<Attended> => {
  const cursor = through.cursors[keeping]
  const { announced } = cursor
  if (announced === undefined)
    return { through: await announce(keeping, through, run), deleted: 0, isWhole: true }
  const expiry = await run.deps.readSealed(announced)
  if (expiry === undefined) return { through, deleted: 0, isWhole: true }
  if (expiry.keeping !== keeping) throw new Error('an entry announced another deletion')
  const { deleted, after } = await deleteAnnounced(expiry, cursor, run)
  if (after === undefined) return { through, deleted, isWhole: false }
  const kept = await keep(through, { keeping, cursor: after }, run)
  return { through: await announce(keeping, kept, run), deleted, isWhole: true }
}

type Step = {
  readonly keeping: EndingKeeping
  readonly cursor: Cursor
  readonly entries?: readonly AuditEntry[]
}

const keep = async (
  through: ExpiredThrough,
  { keeping, cursor, entries = [] }: Step,
  { deps }: Run,
): Promise<ExpiredThrough> => {
  const { version, cursors } = through
  const next = { ...through, version: version + 1, cursors: { ...cursors, [keeping]: cursor } }
  if ((await deps.keep(next, entries)) === 'changed')
    throw new Error('another run deletes entries at the same time')
  return next
}

const termsNow = (keeping: EndingKeeping, { clocks, holds, now }: Run): Terms => ({
  keeping,
  clocks,
  holds: holds.filter((hold) => isInForce(hold, now)).map((hold) => ({ hold, at: now })),
})

const announce = async (
  keeping: EndingKeeping,
  through: ExpiredThrough,
  run: Run,
): Promise<ExpiredThrough> => {
  const terms = termsNow(keeping, run)
  const before = resumed(
    through.cursors[keeping],
    terms.holds.map(({ hold }) => hold),
  )
  const today = run.now.toISOString().slice(0, 'yyyy-mm-dd'.length)
  if (before.lookedOn === today) return through
  const found = await findExpired(before.next, terms, run.deps)
  const lookedOn = found.isCut ? undefined : today
  if (found.going === 0)
    return keep(through, { keeping, cursor: { ...passed(before, found), lookedOn } }, run)
  const [entry] = run.deps.recorder(run.now)(
    'ENTRIES_EXPIRED',
    [aboutLog, ...subjectsOfLeaves(before.next, found.to)],
    { codes: codesOf(keeping, before, found) },
  )
  const { entryId, at } = entry
  const announced = { entryId, at }
  return keep(
    through,
    { keeping, cursor: { ...before, lookedOn, announced }, entries: [entry] },
    run,
  )
}

const codesOf = (keeping: EndingKeeping, { next }: Cursor, { to, going, held }: Found) => ({
  keeping,
  years: String(keepings[keeping]),
  from: String(next),
  to: String(to),
  count: String(going),
  held: String(held),
})

/**
 * By the clocks and holds of now, and by those of the moment when it was announced too: whoever verifies knows that moment, and
 * not this one.
 */
const termsOf = ({ keeping, at }: ExpiryInLog, cursor: Cursor, run: Run): Terms => {
  const { clocks, holds } = termsNow(keeping, run)
  const then = new Date(at)
  const asked = run.holds
    .filter(({ holdId }) => cursor.holds?.includes(holdId))
    .map((hold) => ({ hold: withoutLifting(hold), at: then }))
  return { keeping, clocks: [then, ...clocks], holds: [...holds, ...asked] }
}

const deleteAnnounced = async (
  expiry: ExpiryInLog,
  cursor: Cursor,
  run: Run,
): Promise<{ readonly deleted: number; readonly after: Cursor | undefined }> => {
  const { from, to } = expiry
  const { deps } = run
  let deleted = 0
  let firstHeld: number | undefined
  for await (const chunk of fatesFrom(from, termsOf(expiry, cursor, run), deps.readLeaves)) {
    const within = chunk.filter(({ index }) => index < to)
    const going = within.flatMap(({ fate, leaf }) => (fate === 'goes' && leaf ? [leaf] : []))
    await deps.deleteEntries(going)
    deleted += going.length
    firstHeld ??= within.find(({ fate }) => fate === 'held')?.index
    if (within.length < chunk.length) break
    if (deps.isLate()) return { deleted, after: undefined }
  }
  return { deleted, after: { ...passed(cursor, { to, firstHeld }), lookedOn: cursor.lookedOn } }
}
