import { type Caller, isTheirs } from '../agencies/access.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import type { Alert } from '../alerts/alert.ts'
import { messageOf } from '../alerts/alert-message.ts'
import { challengeAlert } from '../alerts/answers/challenge-alert.ts'
import { contestedIn, withChallenge } from '../alerts/answers/contested-feedback.ts'
import { discloseWords } from '../alerts/redaction/disclose.ts'
import type { Assessment } from '../assessing/assessment.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import { HubError } from '../kernel/hub-error.ts'
import type { Idempotency, KeyUse } from '../kernel/idempotency.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'

/** What the referrer sends: why, and whose answer where several authorities have answered. */
export type Challenge = {
  readonly reason: string
  readonly authority?: AuthorityCode | undefined
}

export type ChallengeCommit = {
  readonly idempotency: Idempotency
  readonly concern: StoredConcern
  readonly alert: Alert
  readonly message: OutboxMessage
  readonly entries: readonly AuditEntry[]
}

export type ChallengeAnswerDeps = {
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  /** The assessment by which this concern is in this alert. */
  readonly assessmentBehind: (
    told: Pick<Alert, 'alertId' | 'concernId'>,
  ) => Promise<Assessment | undefined>
  /** What this key was first used for, if it was. */
  readonly recall: (
    idempotency: Pick<Idempotency, 'clientId' | 'key'>,
  ) => Promise<KeyUse | undefined>
  readonly commit: (change: ChallengeCommit) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

export type ChallengeAnswerResult = {
  readonly kind:
    | 'accepted'
    | 'replayed'
    | 'key-reused'
    | 'not-found'
    | 'not-theirs'
    | 'no-answer-yet'
    | 'several-answers'
    | 'being-answered'
    | 'levels-used-up'
}

type Given = {
  readonly caller: Caller
  readonly key: string
  readonly bodyHash: string
  readonly deps: ChallengeAnswerDeps
}

const attempts = 5

/**
 * Contests what an authority answered. Whoever has no answer yet gets one reply whatever has happened inside, after
 * the same two reads. A key used before is looked up first, so that a repetition never costs the referrer a level.
 */
export const challengeAnswer = async (
  concernId: ConcernId,
  challenge: Challenge,
  given: Given,
): Promise<ChallengeAnswerResult> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await challengeOnce(concernId, challenge, given)
    if (outcome.kind !== 'changed') return outcome
  }
  throw new HubError('store-busy', 'the concern would not hold still')
}

const challengeOnce = async (
  concernId: ConcernId,
  challenge: Challenge,
  { caller, key, bodyHash, deps }: Given,
): Promise<ChallengeAnswerResult | { readonly kind: 'changed' }> => {
  const idempotency = { clientId: caller.clientId, key, bodyHash }
  const [stored, before] = await Promise.all([
    deps.readConcern(concernId),
    deps.recall(idempotency),
  ])
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(caller, 'concern.challenge', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  if (before !== undefined) return repetition(before, { bodyHash, concernId })
  const contested = contestedIn(stored, challenge.authority)
  if (contested.kind !== 'contested') return contested
  const plan = await planChallenge(stored, { ...challenge, ...contested }, deps)
  if ('kind' in plan) {
    // The same request may have been accepted between the two reads: then it is that which stands in the way.
    const since = await deps.recall(idempotency)
    return since === undefined ? plan : repetition(since, { bodyHash, concernId })
  }
  const committed = await deps.commit({ idempotency, ...plan })
  return { kind: committed === 'committed' ? 'accepted' : 'changed' }
}

const repetition = (before: KeyUse, sent: KeyUse): ChallengeAnswerResult => ({
  kind:
    before.bodyHash === sent.bodyHash && before.concernId === sent.concernId
      ? 'replayed'
      : 'key-reused',
})

const planChallenge = async (
  stored: StoredConcern,
  { alertId, reason }: { readonly alertId: AlertId; readonly reason: string },
  deps: ChallengeAnswerDeps,
): Promise<Omit<ChallengeCommit, 'idempotency'> | ChallengeAnswerResult> => {
  const { concernId } = stored
  const [alert, assessment] = await Promise.all([
    deps.readAlert(alertId),
    deps.assessmentBehind({ alertId, concernId }),
  ])
  if (alert === undefined || assessment === undefined)
    throw new HubError('internal', 'a feedback without its alert or assessment')
  const now = deps.now()
  const challenged = challengeAlert(alert, discloseWords(reason, stored, assessment), now)
  if (challenged.kind !== 'challenged') return challenged
  const { level } = challenged
  const entry = deps.recorder(now)('ANSWER_CHALLENGED', [stored.concernId, alertId], {
    authority: alert.authority,
    codes: { level, version: String(challenged.alert.version) },
  })
  return {
    concern: withChallenge(stored, alertId, { level, reason, at: now.toISOString() }),
    alert: challenged.alert,
    message: { ...messageOf(challenged.alert, 'alert.challenged', now), level },
    entries: [entry],
  }
}
