import type { PassOnEngagementDeps } from '../../casework/pass-on-engagement.ts'
import type { ReportEngagementDeps } from '../../casework/report-engagement.ts'
import { urgencyOf } from '../../codes/response-times.ts'
import { type EngagementRef, recordedEngagementSchema } from '../../concerns/engagement.ts'
import { putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { arrivalRow, readArrived, takenUp } from './arrivals.ts'
import { auditRows } from './audit-rows.ts'
import { entryRows } from './chronology-rows.ts'
import { putConcern } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { engagementKey } from './keys.ts'
import { transactInParts } from './left-over.ts'
import { nothingAcceptedSince } from './newest-change.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Store } from './store.ts'

type Tables = { readonly intake: string; readonly casework: string; readonly auditEntries: string }

export const waitingForEngagement = 'ENGAGEMENT'

const keyOf = ({ concernId, changeId }: EngagementRef) => engagementKey(concernId, changeId)

export const engagementKind = rowKind({
  name: 'engagement',
  places: ['intake CONCERN ENGAGEMENT'],
  content: 'engagement',
  shape: { engagement: recordedEngagementSchema },
})

export const readEngagementIn =
  (store: Store, intake: string): PassOnEngagementDeps['readEngagement'] =>
  async (ref) => {
    const row = await readArrived(store, intake, keyOf(ref))
    return row === undefined ? undefined : engagementKind.read(row).engagement
  }

/** Idempotency item, what was said, that it is to be passed on, and audit entry, all new. */
export const commitEngagementIn =
  (store: Store, tables: Omit<Tables, 'casework'>): ReportEngagementDeps['commitEngagement'] =>
  async ({ idempotency, recorded, urgency, entries }) => {
    const { concernId, recordedAt: at } = recorded
    const key = keyOf(recorded)
    const result = await store.transact([
      rememberKey(tables.intake, idempotency, { concernId, at }),
      putNew(tables.intake, { ...key, engagement: recorded }),
      putNew(tables.intake, arrivalRow(key, waitingForEngagement, { at, urgency })),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

/** All of it, and that it waits no more, if it still does and nothing has moved. */
export const commitEngagedIn =
  (
    store: Store,
    { intake, casework, auditEntries }: Tables,
  ): PassOnEngagementDeps['commitEngaged'] =>
  async ({ recorded, concern, newest, alerts, messages, chronology, entries }) => {
    const { concernId } = recorded
    const concerns = concern === undefined ? [] : [concern]
    const decisive = [
      {
        ...takenUp(intake, keyOf(recorded)),
        condition: { kind: 'has', field: 'waitingFor' } as const,
      },
      nothingAcceptedSince(intake, concernId, newest),
      ...concerns.map((one) => putConcern(casework, one)),
      ...alerts.map((alert) => putVersion(casework, alertRow(alert))),
      ...messages.map((message) => putNew(casework, outboxRow(message))),
      ...auditRows(auditEntries, naming(entries, { concerns, alerts })),
    ]
    const [alert] = alerts
    // Entries are of children whom an alert names.
    const result =
      alert === undefined
        ? await store.transact(decisive)
        : await transactInParts(store, casework, {
            of: { concernId, alertId: alert.alertId, number: alert.version },
            decisive,
            later: chronology.flatMap((entry) => entryRows(casework, entry)),
            since: recorded.recordedAt,
            urgency: urgencyOf(alert.harm),
          })
    return result === 'committed' ? 'committed' : 'changed'
  }
