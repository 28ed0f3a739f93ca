import { isAuthority } from '../agencies/holder.ts'
import type { Alert } from '../alerts/alert.ts'
import { messageOf } from '../alerts/alert-message.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { entriesOfEngagements, tellsEngagement } from '../assessing/entries-of-engagements.ts'
import { sharesInFull } from '../assessing/shares-in-full.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { ChildEntry } from '../chronology/entry.ts'
import { type Accepted, asAccepted } from '../concerns/accepted.ts'
import {
  type EngagementRef,
  isSaidBefore,
  type KeptEngagement,
  mostEngagements,
  type RecordedEngagement,
} from '../concerns/engagement.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'

export type EngagementCommit = {
  readonly recorded: RecordedEngagement
  /** With what was said, where it is new. */
  readonly concern?: StoredConcern
  /** Which change of the concern was accepted last when it was read: past another nothing is told. */
  readonly newest: Accepted['newest']
  /** The alerts by which it is told, a version on, with the message that says so. */
  readonly alerts: readonly Alert[]
  readonly messages: readonly OutboxMessage[]
  readonly chronology: readonly ChildEntry[]
  readonly entries: readonly AuditEntry[]
}

export type PassOnEngagementDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAccepted: (concernId: ConcernId) => Promise<Accepted>
  /** What was said, as long as it is to be passed on. */
  readonly readEngagement: (ref: EngagementRef) => Promise<RecordedEngagement | undefined>
  readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
  /** All of it, or nothing when the concern, its consent or an alert has moved since it was read. */
  readonly commitEngaged: (commit: EngagementCommit) => Promise<'committed' | 'changed'>
}

export type PassOnEngagementResult = { readonly kind: 'passed-on' | 'not-waiting' }

type Read = {
  readonly recorded: RecordedEngagement
  readonly stored: StoredConcern
  readonly accepted: Accepted
}

/** The concern a version on, with the newest of what was said of its subject. */
const withEngagement = (stored: StoredConcern, kept: KeptEngagement): StoredConcern => ({
  ...stored,
  version: stored.version + 1,
  engagements: [...(stored.engagements ?? []), kept].slice(-mostEngagements),
})

/** The alerts whose readers may hear of it; none where the concern is not shared in full on consent as it now stands. */
const toldOf = async (
  { stored, accepted }: Read,
  now: Date,
  deps: PassOnEngagementDeps,
): Promise<{ readonly assessment: Assessment; readonly alerts: readonly Alert[] } | undefined> => {
  const [assessment, alerts] = await Promise.all([
    deps.latestAssessment(stored),
    deps.readAlerts(stored.told.map(({ alertId }) => alertId)),
  ])
  const isShared = assessment && sharesInFull(asAccepted(stored, accepted), assessment, now)
  if (assessment === undefined || isShared !== true) return undefined
  return { assessment, alerts: alerts.filter(tellsEngagement) }
}

const saidIn = (alerts: readonly Alert[], record: Recorder): AuditEntry[] =>
  alerts.flatMap(({ alertId, concernId, version, authority, children }) =>
    record('ALERT_UPDATED', [alertId, concernId], {
      people: children,
      authority: isAuthority(authority) ? authority : undefined,
      codes: { version: String(version), cause: 'engagement' },
    }),
  )

const changeOf = async (read: Read, deps: PassOnEngagementDeps): Promise<EngagementCommit> => {
  const { recorded, stored, accepted } = read
  const { changeId, engagement, on, recordedAt, concernId } = recorded
  const kept = { changeId, engagement, on, recordedAt }
  const isNew = stored.state !== 'EXPIRED' && !isSaidBefore(kept, stored.engagements ?? [])
  const now = deps.now()
  const told = isNew ? await toldOf(read, now, deps) : undefined
  const alerts = (told?.alerts ?? []).map((alert) => ({ ...alert, version: alert.version + 1 }))
  const record = deps.recorder(now)
  const codes = { engagement, told: String(alerts.length) }
  const isTold = told === undefined ? {} : { isTold: true as const }
  return {
    recorded,
    ...(isNew && { concern: withEngagement(stored, { ...kept, ...isTold }) }),
    newest: accepted.newest,
    alerts,
    messages: alerts.map((alert) => messageOf(alert, 'alert.updated', { now })),
    chronology:
      told === undefined ? [] : entriesOfEngagements(stored, { ...told, engagements: [kept] }),
    entries: [...record('ENGAGEMENT_APPLIED', [concernId], { codes }), ...saidIn(alerts, record)],
  }
}

/**
 * Tells whoever has all of a concern how its subject now stands with the service that sent it; and nobody else. What is not
 * told stays with the concern, and is told with it once it is shared in full. It runs by itself, so that the sender's own
 * request is the same for any family; what is not assessed yet waits for that.
 * @throws HubError store-busy when the concern would not hold still; the sweep then tries again
 */
export const passOnEngagement = (
  ref: EngagementRef,
  deps: PassOnEngagementDeps,
): Promise<PassOnEngagementResult> =>
  untilItHolds(
    async () => {
      const [recorded, stored, accepted] = await Promise.all([
        deps.readEngagement(ref),
        deps.read(ref.concernId),
        deps.readAccepted(ref.concernId),
      ])
      if (recorded === undefined || stored === undefined || stored.state === 'RECEIVED')
        return { kind: 'not-waiting' }
      const committed = await deps.commitEngaged(
        await changeOf({ recorded, stored, accepted }, deps),
      )
      return committed === 'committed' ? { kind: 'passed-on' } : 'changed'
    },
    storeBusy(`concern ${ref.concernId} changed ${mostAttempts} times while it was passed on`),
  )
