import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { areTwoPeople, type Person, personOf } from '../agencies/same-person.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Finding, TickCode, WatchReport } from '../audit/watching/watch-report.ts'
import { present } from '../kernel/present.ts'
import type { RecordDeps } from './record-refusal.ts'
import type { WatchReportRef } from './tell-watch-report.ts'
import { watchedOwnerOf, watchReportId } from './watched-owner.ts'

/** `expectedVersion` is that of the report as the caller read it. */
export type TickFindingInput = {
  readonly by: By
  readonly day: string
  readonly number: number
  readonly how: TickCode
  readonly expectedVersion: number
}

export type TickFindingDeps = RecordDeps & {
  readonly readReport: (ref: WatchReportRef) => Promise<WatchReport | undefined>
  readonly keepTick: (
    report: WatchReport,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
}

export type TickFindingResult =
  | { readonly kind: 'ticked'; readonly report: WatchReport }
  | { readonly kind: 'not-found' | 'own-finding' | 'closed' | 'changed-since-read' }

/** Whether somebody else than whom it is about looks at it; of what a system did for nobody named, somebody by another system. */
const isByAnother = ({ clients, practitioner, isVouchedFor }: Finding, person: Person): boolean =>
  practitioner === undefined
    ? !clients.includes(person.by)
    : clients.every((by) => areTwoPeople({ by, practitioner, isVouchedFor }, person))

/** Takes down who looked at a finding, and whether there is a reason or it is taken up. Nobody ticks what is about themselves. */
export const tickFinding = async (
  { by, day, number, how, expectedVersion }: TickFindingInput,
  deps: TickFindingDeps,
): Promise<TickFindingResult> => {
  const report = await deps.readReport({ owner: watchedOwnerOf(by.caller), day })
  const finding = report?.findings.find((one) => one.number === number)
  if (report === undefined || finding === undefined) return { kind: 'not-found' }
  const person = personOf(by)
  if (!isByAnother(finding, person)) return { kind: 'own-finding' }
  if (report.version !== expectedVersion) return { kind: 'changed-since-read' }
  if (finding.tick !== undefined) return { kind: 'closed' }
  const now = deps.now()
  const { by: client, practitioner } = person
  const tick = { how, at: now.toISOString(), client, ...present({ practitioner }) }
  const ticked = {
    ...report,
    version: report.version + 1,
    findings: report.findings.map((one) => (one === finding ? { ...one, tick } : one)),
  }
  const record = recorderOf(by, { now, newId: deps.newId })
  const entries = record('FINDING_TICKED', [watchReportId(report)], {
    codes: {
      day,
      number: String(number),
      rule: finding.rule,
      how,
      ...(finding.practitioner !== undefined && { about: finding.practitioner }),
    },
  })
  return (await deps.keepTick(ticked, entries)) === 'committed'
    ? { kind: 'ticked', report: ticked }
    : { kind: 'changed-since-read' }
}
