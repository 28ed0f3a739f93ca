import { describe, expect, it } from 'vitest'
import { type AttendDeps, attend } from '../../../shared/casework/attend.ts'
import type { Waiting } from '../../../shared/casework/sweep.ts'
import { consentChangeSchema } from '../../../shared/concerns/consent-change.ts'
import { recordedWithdrawalSchema } from '../../../shared/concerns/withdrawal.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { nobodyKnown } from '../../builders/a-family.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { noPast } from '../../builders/no-past.ts'
import { aTrace, now } from '../../builders/ports.ts'

const alertId = alertIdSchema.parse(anId(2))
const childId = childIdSchema.parse('E06000991.C1')
const waiting: readonly Waiting[] = [
  { kind: 'assessment', concernId: aConcernId() },
  { kind: 'relay', recordId: alertId, recordVersion: 1, to: 'alerts-westmarch' },
  { kind: 'consent', concernId: aConcernId(), changeId: anId(5) },
  { kind: 'withdrawal', concernId: aConcernId(), changeId: anId(6) },
  { kind: 'digest', authority: 'E06000991', alerts: [] },
  { kind: 'decision', concernId: aConcernId() },
  { kind: 'answer', alertId },
  { kind: 'silence', concernId: aConcernId(), level: 'manager' },
  { kind: 'household', childId, version: 1 },
]
const firstAsked = {
  assessment: 'assess.read',
  relay: 'relay.read',
  consent: 'assess.readChange',
  withdrawal: 'assess.readWithdrawal',
  digest: 'digest.readPending',
  decision: 'assess.read',
  answer: 'chase.readAlert',
  silence: 'silence.readConcern',
  household: 'household.readChange',
} as const satisfies Record<Waiting['kind'], string>

/** A hub in which nothing is left to do, but perhaps a concern just received. */
const aHub = (isReceived = false) => {
  const { acting, port, done } = aTrace()
  const silent: string[] = []
  const none = (name: string) => port(name, () => undefined)
  const committing = {
    commit: port('commit', () => 'committed' as const),
    latestAssessment: none('latestAssessment'),
    recall: port('recall', () => noPast),
  }
  const sending = { publish: none('publish'), apiUrl: 'https://hub.example/v1' }
  const deps: AttendDeps = {
    assess: {
      ...acting,
      ...committing,
      read: port('assess.read', () => (isReceived ? aStoredConcern() : undefined)),
      gather: port('gather', () => nobodyKnown),
      readEarlierConcerns: port('readEarlierConcerns', () => []),
      model: defaultModel,
      trial: { needed: 0 },
      readReview: none('readReview'),
      readEarlier: port('readEarlier', () => []),
      readChange: none('assess.readChange'),
      commitChange: port('commitChange', () => 'committed' as const),
      readWithdrawal: none('assess.readWithdrawal'),
      readChronologies: port('readChronologies', () => []),
      commitWithdrawn: port('commitWithdrawn', () => 'committed' as const),
    },
    household: {
      ...acting,
      ...committing,
      read: none('household.read'),
      gatherAdults: port('gatherAdults', () => nobodyKnown),
      readChange: none('household.readChange'),
      readHeads: port('readHeads', () => []),
      markApplied: none('markApplied'),
    },
    relay: { ...acting, ...sending, read: none('relay.read'), markSent: none('markSent') },
    digest: {
      ...acting,
      ...sending,
      readPending: port('digest.readPending', () => []),
      markSent: none('markSent'),
    },
    chase: {
      ...acting,
      readAlert: none('chase.readAlert'),
      readConcern: none('chase.readConcern'),
      commitAlert: port('commitAlert', () => 'committed' as const),
    },
    silence: {
      ...acting,
      readConcern: none('silence.readConcern'),
      alertsOf: port('alertsOf', () => []),
      assessmentBehind: none('assessmentBehind'),
      commit: port('silence.commit', () => 'committed' as const),
    },
    onSilent: (concernId) => void silent.push(concernId),
  }
  return { deps, done, silent }
}

const pending: OutboxMessage = {
  recordId: alertId,
  recordVersion: 1,
  to: 'alerts-westmarch',
  urgency: 'routine',
  authority: 'E06000991',
  type: 'alert.raised',
  status: 'PENDING',
  createdAt: now.toISOString(),
}
const change = consentChangeSchema.parse({
  changeId: anId(5),
  concernId: aConcernId(),
  consent: { status: 'GIVEN', whatWasAgreed: 'Sharing', decidedOn: '2026-11-22' },
  recordedAt: now.toISOString(),
  by: 'drug-service',
  status: 'PENDING',
})
const household = { childId, version: 1, recordedAt: now.toISOString(), status: 'PENDING' } as const
const overdue = aStoredConcern({
  state: 'IN_REVIEW',
  reviewId: aReviewId,
  waitingUntil: now.toISOString(),
})

const withdrawal = recordedWithdrawalSchema.parse({
  changeId: anId(6),
  concernId: aConcernId(),
  withdrawal: { reason: 'SENT_IN_ERROR', words: 'Sent twice.' },
  recordedAt: '2026-11-23T09:59:00.000Z',
  by: 'drug-service',
  status: 'PENDING',
})

/** A hub in which there is something to do of every kind but an assessment. */
const aBusyHub = (): AttendDeps => {
  const { deps } = aHub()
  const there =
    <Found>(found: Found) =>
    () =>
      Promise.resolve(found)
  return {
    ...deps,
    assess: {
      ...deps.assess,
      read: there(overdue),
      latestAssessment: there(anAssessment({ consent: 'REFUSED' })),
      readReview: there(aReview()),
      readChange: there(change),
      readWithdrawal: there(withdrawal),
    },
    household: { ...deps.household, readChange: there(household) },
    relay: { ...deps.relay, read: there(pending) },
    digest: { ...deps.digest, readPending: there([pending]) },
    silence: { ...deps.silence, readConcern: there(contested) },
    chase: { ...deps.chase, readAlert: there(anAlert({ dueAt: now.toISOString() })) },
  }
}

describe('what waits', () => {
  it.each(waiting)(
    'for $kind is attended to by its own use case, which may find it done',
    async (one) => {
      const { deps, done } = aHub()
      expect(await attend(one, deps)).toBe(false)
      expect(done[0]).toBe(firstAsked[one.kind])
    },
  )

  it.each(waiting.slice(1))('for $kind counts where something was done', async (one) => {
    expect(await attend(one, aBusyHub())).toBe(true)
  })

  it('is assessed where the stream left it lying, and no alarm is raised that a rule was silent', async () => {
    const { deps, done, silent } = aHub(true)
    const [first] = waiting
    if (first === undefined) throw new Error('nothing waits')
    expect(await attend(first, deps)).toBe(true)
    expect(done).toContain('commit')
    expect(silent).toEqual([])
  })
})
