import { authorityCodeSchema } from '../agencies/authorities.ts'
import type { Directory, DirectoryDeps } from '../agencies/directory.ts'
import { holdingQueue } from '../agencies/holder.ts'
import {
  escalationsOf,
  escalationsOfAgency,
  escalationsOfPartnership,
  placeOfSuccessor,
  placeToday,
  type QueueName,
} from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { WatchReport } from '../audit/watching/watch-report.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Clock } from '../kernel/clock.ts'
import { watchEvent } from '../outbox/watch-event.ts'
import type { RelayMessageDeps } from './relay-message.ts'
import { watchReportId } from './watched-owner.ts'

/** Whose report, of which day. */
export type WatchReportRef = Pick<WatchReport, 'owner' | 'day'>

export type TellWatchReportDeps = DirectoryDeps & {
  /** The report; nothing once it has been told. */
  readonly readUntold: (ref: WatchReportRef) => Promise<WatchReport | undefined>
  readonly publish: RelayMessageDeps['publish']
  readonly markTold: (ref: WatchReportRef, entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

/** Where the lead of an authority, of an agency, or of the partnership is told. */
const placeOf = (directory: Directory, owner: string, today: string): QueueName => {
  if (owner === holdingQueue) return escalationsOfPartnership
  const { data: authority } = authorityCodeSchema.safeParse(owner)
  const place = authority === undefined ? escalationsOfAgency(owner) : escalationsOf(authority)
  return placeOfSuccessor(directory, placeToday(directory, place, today), today)
}

/** Tells a lead that something of a day is to be looked at, once. Published first and then marked, as every message is. */
export const tellWatchReport = async (
  ref: WatchReportRef,
  deps: TellWatchReportDeps,
): Promise<{ readonly kind: 'told' | 'already-told' }> => {
  const report = await deps.readUntold(ref)
  if (report === undefined) return { kind: 'already-told' }
  const now = deps.now()
  const { owner, day, total } = report
  const place = placeOf(await deps.readDirectory(), owner, londonDay(now))
  const event = watchEvent(report, { apiUrl: deps.apiUrl, now })
  await deps.publish(place, JSON.stringify(event))
  const counts = event.data.listed.map(({ rule, findings }) => [rule, String(findings)] as const)
  const codes = { day, total: String(total), ...Object.fromEntries(counts) }
  const entries = deps.recorder(now)('WATCH_REPORT_TOLD', [watchReportId(report)], { codes })
  await deps.markTold(ref, entries)
  return { kind: 'told' }
}
