import type { Alert } from '../alerts/alert.ts'
import { messageOf } from '../alerts/alert-message.ts'
import { type Chase, chaseAlert } from '../alerts/answers/chase-alert.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'

export type ChaseIfOverdueDeps = {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  readonly commitAlert: (change: {
    readonly alert: Alert
    readonly message: OutboxMessage
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

export type ChaseIfOverdueResult = { readonly kind: 'chased' | 'not-chased' }

/** Chases one alert if it is overdue: a new version, a message and an audit entry, or nothing. */
export const chaseIfOverdue = async (
  { alertId }: { readonly alertId: AlertId },
  deps: ChaseIfOverdueDeps,
): Promise<ChaseIfOverdueResult> => {
  const alert = await deps.readAlert(alertId)
  const now = deps.now()
  const chase = alert === undefined ? undefined : chaseAlert(alert, now)
  if (chase === undefined) return { kind: 'not-chased' }
  const { authority, concernId } = chase.alert
  const { action, codes, message } = wordsOf(chase, now)
  const entry = deps.recorder(now)(action, [alertId, concernId], { authority, codes })
  const committed = await deps.commitAlert({ alert: chase.alert, message, entries: [entry] })
  return { kind: committed === 'committed' ? 'chased' : 'not-chased' }
}

/** How a chase is recorded, and what the authority is told of it. */
export const wordsOf = (chase: Chase, now: Date) => {
  const { alert } = chase
  switch (chase.kind) {
    case 'chased': {
      const { tells } = chase
      return {
        action: 'ALERT_CHASED',
        codes: { tells, chases: String(alert.chases) },
        message: { ...messageOf(alert, 'alert.overdue', now), tells },
      } as const
    }
    case 'passed-on': {
      const { level } = chase
      return {
        action: 'CHALLENGE_PASSED_ON',
        codes: { level },
        message: { ...messageOf(alert, 'alert.challenged', now), level },
      } as const
    }
  }
}
