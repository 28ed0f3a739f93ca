import { isTheirs } from '../agencies/access.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { Alert } from '../alerts/alert.ts'
import { challengedMessages } from '../alerts/alert-message.ts'
import { challengeAlert } from '../alerts/answers/challenge-alert.ts'
import { contestedIn, withChallenge } from '../alerts/answers/contested-feedback.ts'
import { discloseWords } from '../alerts/redaction/disclose.ts'
import type { Assessment } from '../assessing/assessment.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { HubError } from '../kernel/hub-error.ts'
import { type Idempotency, type KeyUse, repetitionOf } from '../kernel/idempotency.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import { type Changed, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

/** Why, and whose answer where several authorities have answered. */
export type ChallengeAnswerInput = {
  readonly by: By
  readonly concernId: ConcernId
  readonly reason: string
  readonly authority?: AuthorityCode | undefined
  readonly key: string
  readonly bodyHash: string
}

export type ChallengeCommit = {
  readonly idempotency: Idempotency
  readonly concern: StoredConcern
  readonly alert: Alert
  readonly messages: readonly OutboxMessage[]
  readonly entries: readonly AuditEntry[]
}

export type ChallengeAnswerDeps = RecordDeps & {
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

/**
 * Contests what an authority answered. Whoever has no answer yet gets one reply whatever has happened inside, after
 * the same two reads. A key used before is looked up first, so that a repetition never costs the referrer a level.
 * @throws HubError store-busy when the concern would not hold still
 */
export const challengeAnswer = (
  input: ChallengeAnswerInput,
  deps: ChallengeAnswerDeps,
): Promise<ChallengeAnswerResult> =>
  untilItHolds(() => challengeOnce(input, deps), storeBusy('the concern would not hold still'))

const challengeOnce = async (
  input: ChallengeAnswerInput,
  deps: ChallengeAnswerDeps,
): Promise<ChallengeAnswerResult | Changed> => {
  const { by, concernId, authority, key, bodyHash } = input
  const idempotency = { clientId: by.caller.clientId, key, bodyHash }
  const [stored, before] = await Promise.all([
    deps.readConcern(concernId),
    deps.recall(idempotency),
  ])
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.challenge', { agency: stored.submittedBy.agency }))
    return refused('not-theirs', { by, action: 'concern.challenge' }, deps)
  if (before !== undefined) return repetitionOf(before, { bodyHash, concernId })
  const contested = contestedIn(stored, authority)
  if (contested.kind !== 'contested') return contested
  const plan = await planChallenge(stored, { ...input, alertId: contested.alertId }, deps)
  if ('kind' in plan) {
    // The same request may have been accepted between the two reads: then it is that which stands in the way.
    const since = await deps.recall(idempotency)
    return since === undefined ? plan : repetitionOf(since, { bodyHash, concernId })
  }
  const committed = await deps.commit({ idempotency, ...plan })
  return committed === 'committed' ? { kind: 'accepted' } : 'changed'
}

type Planned = Omit<ChallengeCommit, 'idempotency'>

const planChallenge = async (
  stored: StoredConcern,
  { by, alertId, reason }: ChallengeAnswerInput & { readonly alertId: AlertId },
  deps: ChallengeAnswerDeps,
): Promise<Planned | ChallengeAnswerResult> => {
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
  const record = recorderOf(by, { now, newId: deps.newId })
  const entry = record('ANSWER_CHALLENGED', [concernId, alertId], {
    authority: alert.authority,
    codes: { level, version: String(challenged.alert.version) },
  })
  return {
    concern: withChallenge(stored, alertId, { level, reason, at: now.toISOString() }),
    alert: challenged.alert,
    messages: challengedMessages(challenged.alert, level, now),
    entries: [entry],
  }
}
