import type { AuthorityCode } from '../agencies/authorities.ts'
import type { DirectoryDeps } from '../agencies/directory.ts'
import { escalationsOf, inboxOf, isPolled } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AdultId } from '../kernel/ids.ts'
import { elsewhereEvent } from '../outbox/elsewhere-event.ts'
import type { RelayMessageDeps } from './relay-message.ts'

/** Records of one authority whose time has come. */
export type ElsewhereReport = {
  readonly authority: AuthorityCode
  readonly adultIds: readonly AdultId[]
}

export type TellElsewhereDeps = DirectoryDeps & {
  /** Those of them that are still to be told, in order. */
  readonly readKept: (report: ElsewhereReport) => Promise<readonly AdultId[]>
  readonly publish: RelayMessageDeps['publish']
  readonly markTold: (report: ElsewhereReport, entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

/**
 * Tells an authority which of its own records are of people whom another has recorded. Published first and then marked. The
 * API's inbox holds no such report, so that of one that polls goes to its managers.
 */
export const tellElsewhere = async (
  { authority, ...listed }: ElsewhereReport,
  deps: TellElsewhereDeps,
): Promise<{ readonly kind: 'told' | 'already-told' }> => {
  const adultIds = await deps.readKept({ authority, ...listed })
  if (adultIds.length === 0) return { kind: 'already-told' }
  const now = deps.now()
  const event = elsewhereEvent({ authority, adultIds }, { apiUrl: deps.apiUrl, now })
  const inbox = inboxOf(authority)
  const polls = isPolled(await deps.readDirectory(), inbox)
  await deps.publish(polls ? escalationsOf(authority) : inbox, JSON.stringify(event))
  const codes = { count: String(adultIds.length) }
  const entries = deps.recorder(now)('RECORDED_ELSEWHERE_TOLD', adultIds, { authority, codes })
  await deps.markTold({ authority, adultIds }, entries)
  return { kind: 'told' }
}
