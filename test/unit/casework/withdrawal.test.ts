import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import {
  type ApplyWithdrawalDeps,
  applyWithdrawal,
  type WithdrawalCommit,
} from '../../../shared/casework/apply-withdrawal.ts'
import {
  type RecordWithdrawalDeps,
  recordWithdrawal,
} from '../../../shared/casework/record-withdrawal.ts'
import { protectingIn } from '../../../shared/chronology/household-past.ts'
import type { Chronology } from '../../../shared/chronology/notification.ts'
import { standing } from '../../../shared/chronology/standing.ts'
import { concernStates, type StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { recordedWithdrawalSchema } from '../../../shared/concerns/withdrawal.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { aTrace, byOf, inTurn, now, saidOf } from '../../builders/ports.ts'

const withdrawal = { reason: 'WRONG_PERSON', words: 'Another of the same name.' } as const
const recorded = recordedWithdrawalSchema.parse({
  changeId: anId(6),
  concernId: aConcernId(),
  withdrawal,
  recordedAt: '2026-11-23T09:59:00.000Z',
  by: 'drug-service',
})

describe('a withdrawal', () => {
  type Commit = RecordWithdrawalDeps['commitWithdrawal']
  const withdrawing = async ({
    stored = aStoredConcern(),
    caller = drugService,
    answer = 'committed',
  }: {
    readonly stored?: StoredConcern | null
    readonly caller?: typeof drugService
    readonly answer?: Awaited<ReturnType<Commit>>
  } = {}) => {
    const { recording, port, done, keep, said } = aTrace()
    const receipts: Parameters<Commit>[0][] = []
    const result = await recordWithdrawal(
      { by: byOf(caller), concernId: aConcernId(), withdrawal, key: 'key-1', bodyHash: 'hash-1' },
      {
        ...recording,
        read: port('read', () => stored ?? undefined),
        commitWithdrawal: port<Parameters<Commit>, typeof answer>('commit', (receipt) => {
          receipts.push(receipt)
          keep(receipt.entries)
          return answer
        }),
      },
    )
    return { result, receipts, done, said }
  }

  it('is kept, by whom and when, with an entry that holds none of its words', async () => {
    const { result, receipts, said } = await withdrawing()
    expect(result).toEqual({ kind: 'recorded' })
    expect(receipts[0]?.recorded).toEqual({
      changeId: anId(101),
      concernId: aConcernId(),
      withdrawal,
      recordedAt: now.toISOString(),
      by: 'drug-service',
    })
    expect(said()).toEqual([
      saidOf(drugService, 'CONCERN_WITHDRAWN', {
        subjects: [aConcernId()],
        codes: { reason: 'WRONG_PERSON' },
      }),
    ])
  })

  it.each(concernStates)('is answered alike where the concern is %s', async (state) => {
    const { result, done } = await withdrawing({ stored: aStoredConcern({ state }) })
    expect([result, done]).toEqual([{ kind: 'recorded' }, ['read', 'commit']])
  })

  it('is refused for another agency’s concern', async () => {
    const { result, done } = await withdrawing({ caller: otherService })
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['read']])
  })

  it('is not found for a concern that is not there', async () => {
    const { result, done } = await withdrawing({ stored: null })
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['read']])
  })

  it.each([
    ['replayed', 'hash-1'],
    ['key-reused', 'hash-2'],
  ])('is %s under a key used for %s', async (kind, bodyHash) => {
    const { result } = await withdrawing({ answer: { bodyHash, concernId: aConcernId() } })
    expect(result).toEqual({ kind })
  })
})

describe('applying a withdrawal', () => {
  const childId = childIdSchema.parse(`${westmarch}.C1`)
  const own = aNotification({ concernId: aConcernId() })
  const other = aNotification({ concernId: aConcernId(2) })
  const head = (notifications: Chronology['notifications']): Chronology => ({
    childId,
    version: 4,
    notifications,
  })
  const assessed = anAssessment()

  const applying = (
    stored: StoredConcern | undefined,
    {
      found = recorded,
      heads = [head([own, other])],
      answers = ['committed'],
      ...rest
    }: {
      found?: typeof recorded | null
      heads?: readonly Chronology[]
      answers?: readonly ('committed' | 'changed')[]
      assessment?: typeof assessed | undefined
    } = {},
  ) => {
    const { port, done } = aTrace()
    const commits: WithdrawalCommit[] = []
    const asked: unknown[] = []
    const answer = inTurn(answers[0] ?? 'changed', ...answers.slice(1))
    const deps: ApplyWithdrawalDeps = {
      readWithdrawal: port('readWithdrawal', () => found ?? undefined),
      read: port('read', () => stored),
      latestAssessment: port('latestAssessment', () =>
        'assessment' in rest ? rest.assessment : assessed,
      ),
      readReviews: port('readReviews', (ids: readonly unknown[]) => ids.map(() => aReview())),
      readAlerts: port('readAlerts', (ids: readonly unknown[]) => ids.map(() => anAlert())),
      recorder: (at) => recorderFor({ actor: 'assess-concern' }, at, () => anId(200)),
      now: () => now,
      readChronologies: port('readChronologies', (childIds: unknown) => {
        asked.push(childIds)
        return heads
      }),
      commitWithdrawn: port('commitWithdrawn', (commit: WithdrawalCommit) => {
        commits.push(commit)
        return answer()
      }),
    }
    return { result: applyWithdrawal(recorded, deps), commits, asked, done }
  }

  it('ends all that the concern waits for, and says when it was taken back', async () => {
    const stored = aStoredConcern({
      state: 'IN_REVIEW',
      version: 3,
      reviewIds: [aReviewId],
    })
    const { result, commits } = applying(stored)
    expect(await result).toEqual({ kind: 'applied' })
    expect(commits).toMatchObject([
      {
        recorded,
        concern: {
          concernId: stored.concernId,
          version: 4,
          state: 'WITHDRAWN',
          withdrawal: { ...withdrawal, at: '2026-11-23T09:59:00.000Z' },
        },
        ended: [{ state: 'OVERTAKEN' }],
      },
    ])
    expect(commits[0]?.concern).not.toHaveProperty('expiresAt')
  })

  it('takes it out of the count, and nothing else', async () => {
    const { commits, asked, result } = applying(aStoredConcern({ state: 'ALERTED' }), {
      heads: [head([own, other]), head([other])],
    })
    await result
    expect(asked).toEqual([[childId]])
    expect(commits[0]?.chronologies).toEqual([{ ...head([other]), version: 5 }])
  })

  it('leaves standing what it protects, and counts for nothing else', async () => {
    const protecting = { ...own, protects: true }
    const { commits, result } = applying(aStoredConcern(), { heads: [head([protecting, other])] })
    await result
    const [kept] = commits[0]?.chronologies ?? []
    expect(kept?.notifications).toEqual([{ ...protecting, isWithdrawn: true }, other])
    expect(protectingIn(kept?.notifications ?? [], now)).toEqual([aConcernId()])
    expect(standing(kept?.notifications ?? [])).toEqual([other])
  })

  it('is said to everybody who was told, in the alert’s next version', async () => {
    const told = [{ authority: westmarch, alertId: anAlert().alertId }] as const
    const { commits, result } = applying(aStoredConcern({ state: 'ALERTED', told: [...told] }))
    await result
    expect(commits).toMatchObject([
      {
        alerts: [{ alertId: anAlert().alertId, version: 2 }],
        messages: [{ type: 'alert.updated', to: `alerts-${westmarch}`, recordVersion: 2 }],
        entries: [
          { action: 'WITHDRAWAL_APPLIED', subjects: [aConcernId()] },
          { action: 'ALERT_UPDATED', codes: { version: '2', cause: 'withdrawn' } },
        ],
      },
    ])
  })

  it('counts out nothing before the first assessment', async () => {
    const { asked, result } = applying(aStoredConcern(), { assessment: undefined, heads: [] })
    expect([await result, asked]).toEqual([{ kind: 'applied' }, [[]]])
  })

  it('leaves the first withdrawal standing', async () => {
    const first = {
      reason: 'SENT_IN_ERROR',
      words: 'Twice.',
      at: '2026-11-22T09:00:00.000Z',
    } as const
    const { commits, result } = applying(aStoredConcern({ withdrawal: first }))
    await result
    expect(commits[0]?.concern.withdrawal).toEqual(first)
  })

  it.each([
    ['waits no more', aStoredConcern(), null],
    ['has no concern', undefined, recorded],
  ])('does nothing where it %s', async (_, stored, found) => {
    const { result, commits } = applying(stored, { found })
    expect([await result, commits]).toEqual([{ kind: 'already-applied' }, []])
  })

  it('is done again on what has moved, five times, and then left for later', async () => {
    const moved = applying(aStoredConcern(), { answers: ['changed', 'committed'] })
    expect([await moved.result, moved.commits.length]).toEqual([{ kind: 'applied' }, 2])
    const moving = applying(aStoredConcern(), { answers: ['changed'] })
    await expect(moving.result).rejects.toMatchObject({ code: 'store-busy' })
  })
})
