import { expiriesIn, subjectsOfLeaves } from '../../audit/expired-leaves.ts'
import { aboutHolds, type EntryAt, holdsIn } from '../../audit/legal-hold.ts'
import type { WalkLogDeps } from '../../casework/walk-log.ts'
import type { WatchTableDeps } from '../../casework/watch-table.ts'
import type { Clock } from '../../kernel/clock.ts'
import { heldFor } from '../../kernel/held-for.ts'
import { leafStanding } from './audit-log.ts'
import { queryToEnd, type Store } from './store.ts'

/** Entries under a subject that the log holds as leaves, oldest first: a row alone may have been put by anybody who can. */
const leavesUnder = async (
  store: Store,
  auditLog: string,
  subject: string,
): Promise<readonly EntryAt[]> => {
  const rows = await queryToEnd(store, {
    table: auditLog,
    partition: { field: 'pk', value: `SUBJECT#${subject}` },
    consistent: true,
  })
  const read = rows.map((row) => leafStanding(store, auditLog, row))
  return (await Promise.all(read)).filter((leaf) => leaf !== undefined)
}

/** What the log says of deletions among some leaves, and of every hold. */
export const readExpiriesIn =
  (store: Store, auditLog: string): WalkLogDeps['readExpiries'] =>
  async ({ from, to }) => {
    const of = (subject: string) => leavesUnder(store, auditLog, subject)
    const [told, held] = await Promise.all([
      Promise.all(subjectsOfLeaves(from, to).map(of)),
      of(aboutHolds),
    ])
    return { expiries: expiriesIn(told.flat()), holds: holdsIn(held) }
  }

/** Of many rows that go together, most are of the same leaves. */
const freshMilliseconds = 60_000

/** What the log says of deletions about one leaf. */
export const readExpiriesOfIn = (
  store: Store,
  auditLog: string,
  now: Clock,
): WatchTableDeps['readExpiries'] => {
  const read = new Map<string, () => Promise<readonly EntryAt[]>>()
  const readerOf = (subject: string) => {
    const reader =
      read.get(subject) ??
      heldFor(freshMilliseconds, now, () => leavesUnder(store, auditLog, subject))
    read.set(subject, reader)
    return reader
  }
  return async (leaf) => {
    const told = subjectsOfLeaves(leaf, leaf + 1).map((subject) => readerOf(subject)())
    return expiriesIn((await Promise.all(told)).flat())
  }
}
