import * as z from 'zod'
import {
  tickCodes,
  unticked,
  type WatchReport,
  watchReportSchema,
} from '../../audit/watching/watch-report.ts'
import { watchRuleIds } from '../../audit/watching/watch-rules.ts'
import type { ReportUseDeps } from '../../casework/report-use.ts'
import type { TellWatchReportDeps, WatchReportRef } from '../../casework/tell-watch-report.ts'
import type { TickFindingDeps } from '../../casework/tick-finding.ts'
import { put, putNew } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { watchedThroughKey, watchReportKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import { leftOut, standIn } from './rows/stand-in.ts'
import type { Row, Store } from './store.ts'

export const waitingForUse = 'USE'

/** A finding under a rule that is not known here is left out of the list, and stays in the row. */
export const watchReportKind = rowKind({
  name: 'watch-report',
  places: ['casework WATCHED WATCHED'],
  content: 'report',
  shape: {
    version: z.number(),
    expiresAt: z.number(),
    report: watchReportSchema,
    ...waitingShape,
  },
  standIns: [standIn(watchRuleIds, leftOut), standIn(tickCodes, 'TAKEN_UP')],
})

export const watchedThroughKind = rowKind({
  name: 'watched-through',
  places: ['casework WATCHED_THROUGH WATCHED_THROUGH'],
  shape: { day: z.iso.date() },
})

/** Findings are kept until nobody asks about them any more; that they were told and ticked stays in the log. */
const keptDays = 400

const rowOf = (report: WatchReport) => ({
  ...watchReportKey(report.owner, report.day),
  version: report.version,
  expiresAt: Date.parse(report.day) / 1000 + keptDays * 24 * 60 * 60,
  report,
})

const reportOf = (row: Row): WatchReport => watchReportKind.read(row).report

export const readWatchReportIn =
  (store: Store, casework: string): TickFindingDeps['readReport'] =>
  async ({ owner, day }) => {
    const row = await store.get(casework, watchReportKey(owner, day))
    return row && reportOf(row)
  }

export const readWatchedThroughIn =
  (store: Store, casework: string): ReportUseDeps['readThrough'] =>
  async () => {
    const row = await store.get(casework, watchedThroughKey)
    return row && watchedThroughKind.read(row).day
  }

export const markWatchedThroughIn =
  (store: Store, casework: string): ReportUseDeps['markThrough'] =>
  async (day) => {
    await store.transact([put(casework, { ...watchedThroughKey, day })])
  }

/** A report that stands may have been ticked: it is left. */
export const keepReportIn =
  (store: Store, casework: string): ReportUseDeps['keep'] =>
  async (report, tellAt) => {
    const waiting = { waitingFor: waitingForUse, waitingUntil: tellAt.toISOString() }
    await store.transact([putNew(casework, { ...rowOf(report), ...waiting })])
  }

export const countUntickedIn =
  (store: Store, casework: string): ReportUseDeps['countUnticked'] =>
  async (owners, day) => {
    const rows = await store.batch({
      [casework]: owners.map((owner) => watchReportKey(owner, day)),
    })
    return new Map(rows.map(reportOf).map((report) => [report.owner, unticked(report)] as const))
  }

/** Whoever ticks before it was told has read it: the lead is told all the same. */
export const keepTickIn =
  (
    store: Store,
    { casework, auditEntries }: { readonly casework: string; readonly auditEntries: string },
  ): TickFindingDeps['keepTick'] =>
  async (report, entries) => {
    const { owner, day, version } = report
    const result = await store.transact([
      {
        kind: 'update',
        table: casework,
        key: watchReportKey(owner, day),
        set: { version, report },
        condition: { kind: 'equals', field: 'version', value: version - 1 },
      },
      ...auditRows(auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }

export const readUntoldReportIn =
  (store: Store, casework: string): TellWatchReportDeps['readUntold'] =>
  async ({ owner, day }: WatchReportRef) => {
    const row = await store.get(casework, watchReportKey(owner, day))
    if (row === undefined) return undefined
    const { waitingFor, report } = watchReportKind.read(row)
    return waitingFor === undefined ? undefined : report
  }

export const markReportToldIn =
  (
    store: Store,
    { casework, auditEntries }: { readonly casework: string; readonly auditEntries: string },
  ): TellWatchReportDeps['markTold'] =>
  async ({ owner, day }, entries) => {
    await store.transact([
      {
        kind: 'update',
        table: casework,
        key: watchReportKey(owner, day),
        remove: ['waitingFor', 'waitingUntil'],
      },
      ...auditRows(auditEntries, entries),
    ])
  }
