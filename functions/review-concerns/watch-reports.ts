import type { WatchReport } from '../../shared/audit/watching/watch-report.ts'
import {
  type ReadWatchReportDeps,
  readWatchReport,
} from '../../shared/casework/read-watch-report.ts'
import {
  type TickFindingDeps,
  type TickFindingResult,
  tickFinding,
} from '../../shared/casework/tick-finding.ts'
import {
  readWatchReportContract,
  tickFindingContract,
} from '../../shared/http/contracts/watch-reports.ts'
import { etagOf, versionOf } from '../../shared/http/etag.ts'
import { endpoint, type GuardedEndpoint } from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type WatchReportDeps = ReadWatchReportDeps & TickFindingDeps

const viewOf = ({ findings, total, isCut }: WatchReport) => ({
  findings,
  total,
  ...(isCut === true && { isCut }),
})

/** What of a day a lead should look at, and that somebody has. */
export const watchReportEndpoints = (deps: WatchReportDeps): readonly GuardedEndpoint[] => [
  endpoint('readWatchReport', readWatchReportContract, async ({ by, query: { day } }) => {
    const { state, report, ofPartnership } = await readWatchReport({ by, day }, deps)
    const headers = { ETag: etagOf(report?.version ?? 0) }
    const told = report === undefined ? { findings: [], total: 0 } : viewOf(report)
    return { status: 200, headers, body: { day, state, ...told, ...ofPartnership } }
  }),
  endpoint('tickFinding', tickFindingContract, async ({ by, body, headers }) => {
    const expectedVersion = versionOf(headers['if-match'])
    const { day, finding: number, how } = body
    const result = await tickFinding({ by, day, number, how, expectedVersion }, deps)
    if (result.kind !== 'ticked') throw refusals[result.kind]
    const { version } = result.report
    const ticked = { day, state: 'MADE' as const, ...viewOf(result.report) }
    return { status: 200, headers: { ETag: etagOf(version) }, body: ticked }
  }),
]

const refusals: Readonly<Record<Exclude<TickFindingResult['kind'], 'ticked'>, HubError>> = {
  'not-found': new HubError('not-found', 'no such finding of yours'),
  'own-finding': new HubError('not-permitted', 'it is about you: another person must look at it'),
  closed: new HubError('state-conflict', 'somebody has looked at it already'),
  'changed-since-read': new HubError(
    'version-mismatch',
    'read the report again before you tick it',
  ),
}
