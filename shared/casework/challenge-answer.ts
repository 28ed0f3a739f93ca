import { isTheirs } from '../agencies/access.ts'
import { isAuthority } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { Alert } from '../alerts/alert.ts'
import { challengedMessages } from '../alerts/alert-message.ts'
import { challengeAlert } from '../alerts/answers/challenge-alert.ts'
import { contestedIn, withChallenge } from '../alerts/answers/contested-feedback.ts'
import { contestSilence, withSilence } from '../alerts/answers/contested-silence.ts'
import { urgencyAsSent } from '../assessing/grave-as-sent.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { Silence, StoredConcern } from '../concerns/stored-concern.ts'
import { HubError } from '../kernel/hub-error.ts'
import { type Idempotency, type KeyUse, repetitionOf } from '../kernel/idempotency.ts'
import type { AlertId, ConcernId } from '../kernel/ids.ts'
import { type Changed, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { RecordDeps } from './record-refusal.ts'

/** Why, and which answer by its number; without one it is silence that is contested. */
export type ChallengeAnswerInput = {
  readonly by: By
  readonly concernId: ConcernId
  readonly reason: string
  readonly feedbackNumber?: number | undefined
  readonly key: string
  readonly bodyHash: string
}

export type ChallengeCommit = {
  readonly idempotency: Idempotency
  readonly at: string
  readonly concern: StoredConcern
  /** Of the concern as sent. */
  readonly urgency: Urgency
  readonly entries: readonly AuditEntry[]
  /** Of an answer: the alert that is open again, and who is told. */
  readonly alert?: Alert
  readonly messages?: readonly OutboxMessage[]
  /** Of silence: what is passed on to the alerts there are, by itself, after the reply. */
  readonly silence?: Silence
}

export type ChallengeAnswerDeps = RecordDeps & {
  readonly readConcern: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined>
  /** What this key was first used for, if it was. */
  readonly recall: (
    idempotency: Pick<Idempotency, 'clientId' | 'key'>,
  ) => Promise<KeyUse | undefined>
  readonly commit: (change: ChallengeCommit) => Promise<'committed' | 'changed'>
}

export type ChallengeAnswerResult = {
  readonly kind: 'accepted' | 'replayed' | 'key-reused' | 'not-found' | 'not-theirs' | 'not-now'
}

/**
 * Contests what an authority answered, or that nobody has. A challenge of silence does the same things in the same order
 * whatever has happened inside. A key used before is looked up first, so that a repetition never costs a level.
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
  const { by, concernId, key, bodyHash } = input
  const idempotency = { clientId: by.caller.clientId, key, bodyHash }
  const [stored, before] = await Promise.all([
    deps.readConcern(concernId),
    deps.recall(idempotency),
  ])
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.challenge', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  if (before !== undefined) return repetitionOf(before, { bodyHash, concernId })
  const plan = await planOf(stored, input, deps)
  if (plan === undefined) {
    // The same request may have been accepted between the two reads: then it is that which stands in the way.
    const since = await deps.recall(idempotency)
    return since === undefined ? { kind: 'not-now' } : repetitionOf(since, { bodyHash, concernId })
  }
  const committed = await deps.commit({
    idempotency,
    at: deps.now().toISOString(),
    urgency: urgencyAsSent(stored),
    ...plan,
  })
  return committed === 'committed' ? { kind: 'accepted' } : 'changed'
}

type Planned = Omit<ChallengeCommit, 'idempotency' | 'at' | 'urgency'>

/** Undefined: there is nothing that could be contested now. */
const planOf = (
  stored: StoredConcern,
  input: ChallengeAnswerInput,
  deps: ChallengeAnswerDeps,
): Promise<Planned | undefined> | Planned | undefined => {
  const { feedbackNumber } = input
  return feedbackNumber === undefined
    ? planOfSilence(stored, input, deps)
    : planOfAnswer(stored, { ...input, feedbackNumber }, deps)
}

const planOfSilence = (
  stored: StoredConcern,
  { by, reason }: ChallengeAnswerInput,
  { now: clock, newId }: ChallengeAnswerDeps,
): Planned | undefined => {
  const now = clock()
  const silence = contestSilence(stored, reason, now)
  if (silence === undefined) return undefined
  const entries = recorderOf(by, { now, newId })('ANSWER_CHALLENGED', [stored.concernId], {
    codes: { level: silence.level, contested: 'silence' },
  })
  return { concern: withSilence(stored, silence), silence, entries }
}

/** The alert as whoever has it now has it: that of an authority that has ended since has moved, and nobody there answers any more. */
const standingAt = async (
  alertId: AlertId,
  { readAlert }: Pick<ChallengeAnswerDeps, 'readAlert'>,
): Promise<Alert> => {
  const alert = await readAlert(alertId)
  if (alert === undefined) throw new HubError('internal', 'a feedback without its alert')
  return alert.moved === undefined ? alert : standingAt(alert.moved.alertId, { readAlert })
}

const planOfAnswer = async (
  stored: StoredConcern,
  { by, feedbackNumber, reason }: ChallengeAnswerInput & { readonly feedbackNumber: number },
  deps: ChallengeAnswerDeps,
): Promise<Planned | undefined> => {
  const { concernId } = stored
  const alertId = contestedIn(stored, feedbackNumber)
  if (alertId === undefined) return undefined
  const alert = await standingAt(alertId, deps)
  const now = deps.now()
  const challenged = challengeAlert(alert, { concernId, reason }, now)
  if (challenged.kind !== 'challenged') return undefined
  const { level } = challenged
  const record = recorderOf(by, { now, newId: deps.newId })
  const entries = record('ANSWER_CHALLENGED', [concernId, alert.alertId], {
    people: alert.children,
    authority: isAuthority(alert.authority) ? alert.authority : undefined,
    codes: { level, version: String(challenged.alert.version) },
  })
  const challenge = { level, reason, at: now.toISOString() }
  return {
    concern: withChallenge(stored, feedbackNumber, challenge),
    alert: challenged.alert,
    messages: challengedMessages(challenged.alert, level, now),
    entries,
  }
}
