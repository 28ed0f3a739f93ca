import { type DirectoryDeps, hasLead, isUnreadable } from '../agencies/directory.ts'
import type { Alert } from '../alerts/alert.ts'
import {
  challengedMessages,
  overdueMessages,
  reminderMessage,
  type SenderToTell,
} from '../alerts/alert-message.ts'
import { type Chase, chaseAlert } from '../alerts/answers/chase-alert.ts'
import { agencyToTell } from '../alerts/answers/sender-told.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'

export type ChaseIfOverdueDeps = DirectoryDeps & {
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly commitAlert: (change: {
    readonly alert: Alert
    readonly messages: readonly OutboxMessage[]
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

export type ChaseIfOverdueResult = { readonly kind: 'chased' | 'not-chased' }

/** Does what the clock asks of one alert: a new version, a message to each who is told and an audit entry, or nothing. */
export const chaseIfOverdue = async (
  { alertId }: { readonly alertId: AlertId },
  deps: ChaseIfOverdueDeps,
): Promise<ChaseIfOverdueResult> => {
  const alert = await deps.readAlert(alertId)
  const now = deps.now()
  const chase = alert === undefined ? undefined : chaseAlert(alert, now)
  if (chase === undefined) return { kind: 'not-chased' }
  const { authority, concernId } = chase.alert
  const stored = await deps.readConcern(concernId)
  const agency = stored && agencyToTell(chase.alert, stored)
  const sender = agency === undefined ? undefined : await senderToTell(agency, now, deps)
  const { action, codes, messages } = wordsOf(chase, { now, sender })
  const people = chase.alert.children
  const about = [alertId, concernId]
  const entries = deps.recorder(now)(action, about, { people, authority, codes })
  const committed = await deps.commitAlert({ alert: chase.alert, messages, entries })
  return { kind: committed === 'committed' ? 'chased' : 'not-chased' }
}

const senderToTell = async (
  agency: string,
  now: Date,
  { readDirectory }: DirectoryDeps,
): Promise<SenderToTell> => {
  const directory = await readDirectory()
  // Whoever is late is chased though the row of who asked cannot be read: the partnership lead tells them.
  const isKnown = !isUnreadable(directory, agency)
  return { agency, hasLead: isKnown && hasLead(directory, agency, londonDay(now)) }
}

/** How a chase is recorded, and what is told of it. */
export const wordsOf = (
  chase: Chase,
  { now, sender }: { readonly now: Date; readonly sender: SenderToTell | undefined },
) => {
  const { alert } = chase
  switch (chase.kind) {
    case 'chased': {
      const messages = overdueMessages(alert, chase.tells, { now, sender })
      const tells = messages.map((message) => message.tells).join(' ')
      return {
        action: 'ALERT_CHASED',
        codes: { tells, chases: String(alert.chases) },
        messages,
      } as const
    }
    case 'passed-on': {
      const { level } = chase
      return {
        action: 'CHALLENGE_PASSED_ON',
        codes: { level },
        messages: challengedMessages(alert, level, now),
      } as const
    }
    case 'reminded': {
      const { reminder } = chase
      return {
        action: 'REMINDER_SENT',
        codes: { reminder },
        messages: [reminderMessage(alert, reminder, now)],
      } as const
    }
  }
}
