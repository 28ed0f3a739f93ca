import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { checkpointText, signedNote } from '../../../shared/audit/checkpoint.ts'
import { emptyRoot } from '../../../shared/audit/merkle.ts'
import { type AttendClockDeps, attendClock } from '../../../shared/casework/attend-clock.ts'
import { type ExpireConcernDeps, expireConcern } from '../../../shared/casework/expire-concern.ts'
import {
  type PublishWaitingDeps,
  publishWaiting,
} from '../../../shared/casework/publish-waiting.ts'
import { type TidyWaitingDeps, tidyWaiting } from '../../../shared/casework/tidy-waiting.ts'
import { isFor, type Waiting } from '../../../shared/casework/waiting.ts'
import { consentChangeSchema } from '../../../shared/concerns/consent-change.ts'
import { recordedEngagementSchema } from '../../../shared/concerns/engagement.ts'
import { recordedWithdrawalSchema } from '../../../shared/concerns/withdrawal.ts'
import { adultIdSchema, alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { emptyRegister, plainKeys } from '../../builders/a-registered-family.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aWatchReport } from '../../builders/a-watch-report.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { accessId, anApprovedAccess } from '../../builders/an-emergency-access.ts'
import { assessingWith } from '../../builders/assessing.ts'
import { aTrace, now } from '../../builders/ports.ts'

const alertId = alertIdSchema.parse(anId(2))
const childId = childIdSchema.parse(`${westmarch}.C1`)
const adultId = adultIdSchema.parse(`${westmarch}.A1`)
const waiting: readonly Waiting[] = [
  { kind: 'assessment', concernId: aConcernId() },
  { kind: 'left-over', concernId: aConcernId(), number: 1, part: 0 },
  { kind: 'relay', recordId: alertId, recordVersion: 1, to: `alerts-${westmarch}` },
  { kind: 'consent', concernId: aConcernId(), changeId: anId(5) },
  { kind: 'withdrawal', concernId: aConcernId(), changeId: anId(6) },
  { kind: 'unanswered', recordId: alertId, recordVersion: 1, to: `alerts-${westmarch}` },
  { kind: 'digest', authority: westmarch, alerts: [] },
  { kind: 'checkpoint', authority: westmarch },
  { kind: 'review', reviewId: aReviewId },
  { kind: 'emergency', accessId },
  { kind: 'expiry', concernId: aConcernId() },
  { kind: 'unagreed', day: '2026-11-22' },
  { kind: 'quota', clientId: 'drug-service', day: '2026-11-22' },
  { kind: 'use', owner: westmarch, day: '2026-11-22' },
  { kind: 'elsewhere', authority: westmarch, adultIds: [] },
  { kind: 'answer', alertId },
  { kind: 'silence', concernId: aConcernId(), level: 'manager' },
  { kind: 'engagement', concernId: aConcernId(), changeId: anId(7) },
  { kind: 'unread', alertId, version: 1 },
  { kind: 'moving', alertId },
  { kind: 'moving-review', reviewId: aReviewId },
  { kind: 'written-agreement', childId, agreementId: 'WA-1' },
  { kind: 'household', of: 'child', id: childId, revision: 1 },
  { kind: 'index', of: 'child', id: childId, attempt: 'a' },
]
const firstAsked = {
  assessment: 'assess.read',
  'left-over': 'finish',
  relay: 'relay.read',
  consent: 'assess.readChange',
  withdrawal: 'assess.readWithdrawal',
  unanswered: 'again.read',
  digest: 'digest.readPending',
  checkpoint: 'checkpoint.readNewestNote',
  review: 'readReview',
  emergency: 'readAccess',
  expiry: 'expire.read',
  unagreed: 'readUnagreed',
  quota: 'readDay',
  use: 'readUntold',
  elsewhere: 'readKept',
  again: 'readWakes',
  answer: 'chase.readAlert',
  silence: 'silence.readConcern',
  engagement: 'assess.readEngagement',
  unread: 'unread.readAlert',
  moving: 'moving.readAlert',
  'moving-review': 'moving.readReview',
  'written-agreement': 'readClock',
  household: 'household.readChange',
  index: 'tidy',
  rekey: 'register.readAdult',
} as const satisfies Record<Waiting['kind'], string>

/** What the four functions that the clock wakes are given. */
type AttendDeps = {
  readonly clock: AttendClockDeps
  readonly messages: PublishWaitingDeps
  readonly register: TidyWaitingDeps
  readonly expire: ExpireConcernDeps
}

const attend = async (waiting: Waiting, deps: AttendDeps): Promise<boolean> => {
  if (isFor('watch-clocks')(waiting)) return attendClock(waiting, deps.clock)
  if (isFor('publish-messages')(waiting)) {
    const attended = await publishWaiting(waiting, deps.messages)
    return typeof attended === 'boolean' ? attended : attended.isDone
  }
  if (isFor('tidy-register')(waiting)) return tidyWaiting(waiting, deps.register)
  return (await expireConcern(waiting, deps.expire)).kind === 'expired'
}

/** A hub in which nothing is left to do, but perhaps a concern just received. */
const aHub = (isReceived = false) => {
  const trace = aTrace()
  const { acting, port, done } = trace
  const silent: string[] = []
  const none = (name: string) => port(name, () => undefined)
  const stored = isReceived ? aStoredConcern() : undefined
  const assessing = assessingWith(trace, { stored }).deps
  const sending = { publish: none('publish'), apiUrl: 'https://hub.example/v1' }
  const again = {
    readAlert: none('again.readAlert'),
    readSeen: none('again.readSeen'),
    readReview: none('again.readReview'),
    markAgain: none('markAgain'),
    onAgain: () => undefined,
  }
  const clock: AttendClockDeps = {
    assess: {
      ...assessing,
      read: port('assess.read', () => stored),
      readReview: none('readReview'),
      commitReview: port('commitReview', () => 'committed' as const),
      readChange: none('assess.readChange'),
      commitChange: port('commitChange', () => 'committed' as const),
      latestAssessment: none('latestAssessment'),
      readWithdrawal: none('assess.readWithdrawal'),
      readChronologies: port('readChronologies', () => []),
      commitWithdrawn: port('commitWithdrawn', () => 'committed' as const),
      readEngagement: none('assess.readEngagement'),
      commitEngaged: port('commitEngaged', () => 'committed' as const),
    },
    household: {
      ...assessing,
      read: none('household.read'),
      latestAssessment: none('latestAssessment'),
      readChange: none('household.readChange'),
      concernsSought: port('concernsSought', () => []),
      markApplied: none('markApplied'),
      readWakes: port('readWakes', () => [aConcernId(2)]),
      markWoken: none('markWoken'),
    },
    finish: port('finish', () => false),
    endWait: none('endWait'),
    elsewhere: {
      ...acting,
      readAdult: port('readAdult', () => ({ version: 0, revision: 0, record: undefined })),
      gather: assessing.gather,
      model: assessing.model,
      keep: none('keep'),
    },
    chase: {
      ...acting,
      readAlert: none('chase.readAlert'),
      readConcern: none('chase.readConcern'),
      commitAlert: port('commitAlert', () => 'committed' as const),
    },
    emergency: {
      ...acting,
      readAccess: none('readAccess'),
      commitAccess: port('commitAccess', () => 'committed' as const),
    },
    silence: {
      ...acting,
      readConcern: none('silence.readConcern'),
      readAlerts: port('readAlerts', () => []),
      commit: port('silence.commit', () => 'committed' as const),
    },
    unread: {
      readAlert: port('unread.readAlert', () => anAlert()),
      readLooked: port('readLooked', () => ({})),
      end: none('endUnread'),
      onUnread: () => undefined,
    },
    moving: {
      ...acting,
      readAlert: none('moving.readAlert'),
      readReview: none('moving.readReview'),
      readConcern: none('moving.readConcern'),
      readAgreement: none('moving.readAgreement'),
      readAlerts: port('moving.readAlerts', () => []),
      commitAlert: port('commitAlert', () => 'committed' as const),
      commitReview: port('commitReview', () => 'committed' as const),
    },
    onSilent: (concernId) => void silent.push(concernId),
  }
  const messages: PublishWaitingDeps = {
    relay: { ...acting, ...sending, read: none('relay.read'), markSent: none('markSent') },
    again: { ...acting, ...sending, ...again, read: none('again.read') },
    digest: {
      ...acting,
      ...sending,
      ...again,
      readPending: port('digest.readPending', () => ({ messages: [], unreadable: [] })),
      readNewestNote: none('readNewestNote'),
      markSent: none('markSent'),
    },
    checkpoint: {
      ...acting,
      ...sending,
      readNewestNote: none('checkpoint.readNewestNote'),
      markSent: none('markSent'),
    },
    unagreed: {
      ...acting,
      ...sending,
      readUnagreed: port('readUnagreed', () => []),
      markTold: none('markTold'),
    },
    quota: { ...acting, ...sending, readDay: none('readDay'), markTold: none('markTold') },
    use: { ...acting, ...sending, readUntold: none('readUntold'), markTold: none('markTold') },
    elsewhere: {
      ...acting,
      ...sending,
      readKept: port('readKept', () => []),
      markTold: none('markTold'),
    },
    writtenAgreement: {
      ...acting,
      ...sending,
      readClock: none('readClock'),
      markTold: none('markTold'),
    },
  }
  const register: TidyWaitingDeps = {
    readFamily: port('register.readFamily', () => emptyRegister),
    readAdult: port('register.readAdult', () => ({ version: 0, revision: 0, record: undefined })),
    hashKeys: plainKeys,
    commitKeys: port('register.commitKeys', () => 'committed' as const),
    markRekeyed: none('markRekeyed'),
    tidy: port('tidy', () => false),
    now: () => now,
  }
  const expire: ExpireConcernDeps = {
    ...acting,
    read: port('expire.read', () => stored),
    readHolds: port('readHolds', () => []),
    readPeople: port('readPeople', () => []),
    commitExpiry: port('commitExpiry', () => 'committed' as const),
  }
  const deps: AttendDeps = { clock, messages, register, expire }
  return { deps, done, silent }
}

const aNote = signedNote(checkpointText({ origin: 'a log', size: 0, root: emptyRoot }), {
  keyName: 'a log',
  keyId: Buffer.alloc(4),
  signature: Buffer.alloc(64),
})

const pending: OutboxMessage = {
  recordId: alertId,
  recordVersion: 1,
  to: `alerts-${westmarch}`,
  urgency: 'routine',
  authority: westmarch,
  type: 'alert.raised',
  status: 'PENDING',
  createdAt: now.toISOString(),
}
const unanswered: OutboxMessage = {
  ...pending,
  status: 'SENT',
  sentAt: pending.createdAt,
  againAt: now.toISOString(),
}
const change = consentChangeSchema.parse({
  changeId: anId(5),
  concernId: aConcernId(),
  consent: { status: 'GIVEN', whatWasAgreed: 'Sharing', decidedOn: '2026-11-22' },
  recordedAt: now.toISOString(),
  by: 'drug-service',
})
const household = {
  of: 'child',
  id: childId,
  revision: 1,
  kinds: ['joined'],
  recordedAt: now.toISOString(),
  status: 'PENDING',
} as const
const due = { expiresAt: now.toISOString(), state: 'HELD' } as const
const contested = aStoredConcern({
  silences: [{ level: 'manager', reason: 'Why.', at: now.toISOString() }],
})

const withdrawal = recordedWithdrawalSchema.parse({
  changeId: anId(6),
  concernId: aConcernId(),
  withdrawal: { reason: 'SENT_IN_ERROR', words: 'Sent twice.' },
  recordedAt: '2026-11-23T09:59:00.000Z',
  by: 'drug-service',
})

const engagement = recordedEngagementSchema.parse({
  engagement: 'DISCHARGED',
  on: '2026-11-20',
  changeId: anId(7),
  concernId: aConcernId(),
  recordedAt: '2026-11-23T09:59:00.000Z',
  by: 'drug-service',
})

/** Northmoor has taken the place of Westmarch. */
const withoutWestmarch = {
  ...aDirectory,
  authorities: aDirectory.authorities.map((one) =>
    one.code === westmarch ? { ...one, until: '2026-11-01', replacedBy: [northmoor] } : one,
  ),
}

/** A hub in which there is something to do of every kind but an assessment. */
const aBusyHub = (): AttendDeps => {
  const { deps } = aHub()
  const there =
    <Found>(found: Found) =>
    () =>
      Promise.resolve(found)
  const { clock, messages, register, expire } = deps
  return {
    clock: {
      ...clock,
      assess: {
        ...clock.assess,
        read: there(aStoredConcern(due)),
        readReview: there(aReview({ dueAt: now.toISOString() })),
        readChange: there(change),
        readWithdrawal: there(withdrawal),
        readEngagement: there(engagement),
      },
      household: {
        ...clock.household,
        readChange: there({ ...household, kinds: [...household.kinds] }),
      },
      emergency: {
        ...clock.emergency,
        readAccess: there(anApprovedAccess({ dueAt: now.toISOString() })),
      },
      finish: there(true),
      silence: { ...clock.silence, readConcern: there(contested) },
      moving: {
        ...clock.moving,
        readDirectory: there(withoutWestmarch),
        readAlert: there(anAlert()),
        readReview: there(aReview({ kind: 'identity', asked: 'authority', authority: westmarch })),
      },
      unread: { ...clock.unread, readLooked: async () => ({ seen: 1 }) },
      chase: { ...clock.chase, readAlert: there(anAlert({ dueAt: now.toISOString() })) },
    },
    messages: {
      relay: { ...messages.relay, read: there(pending) },
      again: { ...messages.again, read: there(unanswered), readAlert: there(anAlert()) },
      digest: { ...messages.digest, readPending: there({ messages: [pending], unreadable: [] }) },
      checkpoint: { ...messages.checkpoint, readNewestNote: there(aNote) },
      unagreed: {
        ...messages.unagreed,
        readUnagreed: there([{ agency: 'turning-tide', authority: westmarch, count: 1 }]),
      },
      quota: {
        ...messages.quota,
        readDay: there({ agencyName: 'Turning Tide', counts: { concerns: 1_000_000 } }),
      },
      use: { ...messages.use, readUntold: there(aWatchReport()) },
      elsewhere: { ...messages.elsewhere, readKept: there([adultId]) },
      writtenAgreement: {
        ...messages.writtenAgreement,
        readClock: there({ childId, agreementId: 'WA-1', endsOn: '2026-11-24', step: 'ending' }),
      },
    },
    register: { ...register, tidy: there(true) },
    expire: { ...expire, read: there(aStoredConcern(due)) },
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

  it.each<Waiting>([
    { kind: 'again', concernId: aConcernId(), because: aConcernId(2) },
    { kind: 'rekey', adultId, version: 1 },
  ])('for $kind is done with once it was looked at', async (one) => {
    const { deps, done } = aHub()
    await attend(one, deps)
    expect(done[0]).toBe(firstAsked[one.kind])
    expect(done.at(-1)).toMatch(/^mark/)
  })

  it.each([
    ['once because of all that woke it', 2, [2, 3]],
    ['by itself where its own consent is over', 1, [1]],
    ['no more because of one that it was decided again for before', 4, undefined],
  ])('for again is decided %s', async (_, because, expected) => {
    const { deps } = aHub()
    const marked: unknown[] = []
    const household = {
      ...deps.clock.household,
      readWakes: async () => [1, 2, 3].map(aConcernId),
      markWoken: async (woken: unknown) => void marked.push(woken),
    }
    const wake = { kind: 'again', concernId: aConcernId(1), because: aConcernId(because) } as const
    await attend(wake, { ...deps, clock: { ...deps.clock, household } })
    const woken = { concernId: aConcernId(1), because: expected?.map(aConcernId) }
    expect(marked).toEqual(expected === undefined ? [] : [woken])
  })
})
