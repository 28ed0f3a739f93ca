import type { DirectoryDeps } from '../agencies/directory.ts'
import { holdingQueue } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { ContestedAlert } from '../alerts/contested-alert.ts'
import type { WatchReport } from '../audit/watching/watch-report.ts'
import type { Unagreed } from '../outbox/unagreed-event.ts'
import type { RecordDeps } from './record-refusal.ts'
import type { WatchReportRef } from './tell-watch-report.ts'
import { watchedOwnerOf, watchReportId } from './watched-owner.ts'

export type ReadWatchReportDeps = RecordDeps &
  DirectoryDeps & {
    readonly readReport: (ref: WatchReportRef) => Promise<WatchReport | undefined>
    /** The last day of which reports were made. */
    readonly readThrough: () => Promise<string | undefined>
    readonly listUnagreed: (day: string) => Promise<Unagreed>
    readonly listContested: (authorities: readonly string[]) => Promise<readonly ContestedAlert[]>
  }

/** What only the partnership lead is told, whose own it is: of others it would say which council holds a family. */
export type OfPartnership = {
  /** Disclosed on the day although nothing was agreed. */
  readonly unagreed: Unagreed
  /** Contested as high as the partnership, as things stand. */
  readonly contested: readonly ContestedAlert[]
}

export type ReadWatchReportResult = {
  /** Nothing was found, or it was made with findings; or nobody has looked at that day yet. */
  readonly state: 'MADE' | 'NOT_MADE'
  readonly report: WatchReport | undefined
  readonly ofPartnership?: OfPartnership | undefined
}

const ofPartnershipOn = async (
  day: string,
  { caller }: By,
  { listUnagreed, listContested, readDirectory }: ReadWatchReportDeps,
): Promise<OfPartnership | undefined> => {
  if (caller.role !== 'partnership-lead') return undefined
  const { authorities } = await readDirectory()
  const [unagreed, contested] = await Promise.all([
    listUnagreed(day),
    listContested([...authorities.map(({ code }) => code), holdingQueue]),
  ])
  return { unagreed, contested }
}

/** What of a day a lead should look at, of their own organisation alone; the entry comes before anything is disclosed. */
export const readWatchReport = async (
  { by, day }: { readonly by: By; readonly day: string },
  deps: ReadWatchReportDeps,
): Promise<ReadWatchReportResult> => {
  const ref = { owner: watchedOwnerOf(by.caller), day }
  const [report, through, ofPartnership] = await Promise.all([
    deps.readReport(ref),
    deps.readThrough(),
    ofPartnershipOn(day, by, deps),
  ])
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = {
    day,
    count: String(report?.findings.length ?? 0),
    ...(ofPartnership !== undefined && {
      unagreed: String(ofPartnership.unagreed.length),
      contested: String(ofPartnership.contested.length),
    }),
  }
  await deps.record(record('WATCH_REPORT_READ', [watchReportId(ref)], { codes }))
  const isMade = report !== undefined || (through !== undefined && day <= through)
  return { state: isMade ? 'MADE' : 'NOT_MADE', report, ofPartnership }
}
