import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { WatchReport } from '../audit/watching/watch-report.ts'
import type { RecordDeps } from './record-refusal.ts'
import type { WatchReportRef } from './tell-watch-report.ts'
import { watchedOwnerOf, watchReportId } from './watched-owner.ts'

export type ReadWatchReportDeps = RecordDeps & {
  readonly readReport: (ref: WatchReportRef) => Promise<WatchReport | undefined>
  /** The last day of which reports were made. */
  readonly readThrough: () => Promise<string | undefined>
}

export type ReadWatchReportResult = {
  /** Nothing was found, or it was made with findings; or nobody has looked at that day yet. */
  readonly state: 'MADE' | 'NOT_MADE'
  readonly report: WatchReport | undefined
}

/** What of a day a lead should look at, of their own organisation alone; the entry comes before anything is disclosed. */
export const readWatchReport = async (
  { by, day }: { readonly by: By; readonly day: string },
  deps: ReadWatchReportDeps,
): Promise<ReadWatchReportResult> => {
  const ref = { owner: watchedOwnerOf(by.caller), day }
  const [report, through] = await Promise.all([deps.readReport(ref), deps.readThrough()])
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = { day, count: String(report?.findings.length ?? 0) }
  await deps.record(record('WATCH_REPORT_READ', [watchReportId(ref)], { codes }))
  const isMade = report !== undefined || (through !== undefined && day <= through)
  return { state: isMade ? 'MADE' : 'NOT_MADE', report }
}
