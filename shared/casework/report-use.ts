import type { DirectoryDeps } from '../agencies/directory.ts'
import { holdingQueue } from '../agencies/holder.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { createTally, type DayOfUse } from '../audit/watching/day-of-use.ts'
import { type Found, findingsFor, foundIn } from '../audit/watching/findings-of.ts'
import type { WatchReport } from '../audit/watching/watch-report.ts'
import { endOf } from '../calendar/london-day.ts'
import { addDays, lastWatchable, spanOfDays, type WatchedSpan } from '../calendar/watched-day.ts'
import { nextDigest } from '../calendar/working-days.ts'
import type { Clock } from '../kernel/clock.ts'
import { type LearnDeps, learn } from './learn-of-use.ts'
import { watchedOwnerIn, watchedOwners } from './watched-owner.ts'

export type ReportUseDeps = DirectoryDeps &
  LearnDeps & {
    /** The last day of which reports were made. */
    readonly readThrough: () => Promise<string | undefined>
    /** Every entry of a span once, sealed or not, in no order. */
    readonly readEntries: (span: WatchedSpan) => AsyncIterable<AuditEntry>
    /** Findings of a day at which nobody has looked, by whose they are. */
    readonly countUnticked: (
      owners: readonly string[],
      day: string,
    ) => Promise<ReadonlyMap<string, number>>
    /** Keeps a report that is to be told at this moment; one that stands is left as it is. */
    readonly keep: (report: WatchReport, tellAt: Date) => Promise<void>
    readonly markThrough: (day: string) => Promise<void>
    readonly now: Clock
    /** Whether no more entries are to be read: the report then says so. */
    readonly isLate: () => boolean
  }

export type ReportUseResult =
  | { readonly kind: 'nothing-due' }
  | {
      readonly kind: 'made'
      readonly day: string
      readonly entries: number
      readonly findings: number
      readonly isCut: boolean
    }

/** The furthest back that a hub which stood still begins again. */
const mostDaysBehind = 28
/** After so many days somebody must have looked. */
const daysToTick = 7

const dayDue = (through: string | undefined, now: Date): string | undefined => {
  const last = lastWatchable(now)
  if (through === undefined) return last
  if (through >= last) return undefined
  const oldest = addDays(last, -mostDaysBehind)
  return through < oldest ? oldest : addDays(through, 1)
}

const readDay = async (
  day: string,
  ownerOf: (entry: AuditEntry) => string,
  { readEntries, isLate }: ReportUseDeps,
): Promise<DayOfUse> => {
  const tally = createTally(ownerOf)
  for await (const entry of readEntries(spanOfDays(day, day))) {
    if (isLate()) return { ...tally.day(), isCut: true }
    tally.add(entry)
  }
  return tally.day()
}

/** Told to the partnership lead, whoever it is that has not looked. */
const leftUnticked = (counts: ReadonlyMap<string, number>, day: string): readonly Found[] =>
  [...counts].flatMap(([owner, count]) => {
    const act = { at: endOf(day).toISOString(), about: [owner] }
    const acts = Array.from({ length: count }, () => act)
    return count === 0 ? [] : [{ rule: 'LEFT_UNTICKED' as const, owner: holdingQueue, acts }]
  })

/**
 * Makes the reports of the next day that is due: what of that day's entries a lead should look at, by stated rules. Done again
 * it makes the same, and what stands is left.
 */
export const reportUse = async (deps: ReportUseDeps): Promise<ReportUseResult> => {
  const now = deps.now()
  const day = dayDue(await deps.readThrough(), now)
  if (day === undefined) return { kind: 'nothing-due' }
  const directory = await deps.readDirectory()
  const ownerOf = watchedOwnerIn(directory)
  const use = await readDay(day, ownerOf, deps)
  const known = await learn(use, { day, ownerOf }, deps)
  const weekAgo = addDays(day, -daysToTick)
  const left = leftUnticked(await deps.countUnticked(watchedOwners(directory), weekAgo), weekAgo)
  const found = [...foundIn(use, known), ...left]
  const tellAt = nextDigest(endOf(day))
  for (const owner of new Set(found.map((one) => one.owner)))
    await deps.keep(
      {
        owner,
        day,
        version: 1,
        ...findingsFor(owner, found),
        ...((use.isCut || use.cut.has(owner)) && { isCut: true }),
        madeAt: now.toISOString(),
      },
      tellAt,
    )
  await deps.markThrough(day)
  const { entries, isCut } = use
  return { kind: 'made', day, entries, findings: found.length, isCut }
}
