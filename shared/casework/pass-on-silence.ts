import type { Alert } from '../alerts/alert.ts'
import { challengedMessages } from '../alerts/alert-message.ts'
import { silenceContested } from '../alerts/answers/contested-silence.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { ChallengeLevel } from '../codes/challenge-levels.ts'
import type { Silence, StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'

/** Which challenge of a concern's silence. */
export type SilenceRef = { readonly concernId: ConcernId; readonly level: ChallengeLevel }

export type PassOnSilenceDeps = {
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAlerts: (alertIds: readonly AlertId[]) => Promise<readonly Alert[]>
  /** The alerts, the messages and the entries, and that it waits no more; only if it still waits. */
  readonly commit: (
    silence: SilenceRef,
    change: {
      readonly alerts: readonly Alert[]
      readonly messages: readonly OutboxMessage[]
      readonly entries: readonly AuditEntry[]
    },
  ) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

export type PassOnSilenceResult = { readonly kind: 'passed-on' | 'not-waiting' }

/**
 * Tells every authority that owes the referrer an answer that its silence is contested: none, where nobody was told. It
 * runs by itself, so that the sender's own request is the same for any family.
 */
export const passOnSilence = async (
  ref: SilenceRef,
  deps: PassOnSilenceDeps,
): Promise<PassOnSilenceResult> => {
  const { concernId, level } = ref
  const stored = await deps.readConcern(concernId)
  const silence = stored?.silences?.find((each) => each.level === level)
  if (stored === undefined || silence === undefined) return { kind: 'not-waiting' }
  const now = deps.now()
  const alerts = await contestedBy(silence, stored, deps)
  const subjects = [concernId, ...alerts.map(({ alertId }) => alertId)]
  const codes = { level, contested: 'silence' }
  const people = alerts.flatMap(({ children }) => children)
  const entries = deps.recorder(now)('CHALLENGE_PASSED_ON', subjects, { people, codes })
  const committed = await deps.commit(ref, {
    alerts,
    messages: alerts.flatMap((alert) => challengedMessages(alert, level, now)),
    entries,
  })
  return { kind: committed === 'committed' ? 'passed-on' : 'not-waiting' }
}

const contestedBy = async (
  silence: Silence,
  stored: StoredConcern,
  deps: PassOnSilenceDeps,
): Promise<readonly Alert[]> => {
  const told = await deps.readAlerts(stored.told.map(({ alertId }) => alertId))
  return told.flatMap((alert) => silenceContested(alert, silence) ?? [])
}
