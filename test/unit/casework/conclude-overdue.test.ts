import { describe, expect, it } from 'vitest'
import type { AssessmentCommit } from '../../../shared/assessing/commit-plan.ts'
import { concludeOverdue } from '../../../shared/casework/conclude-overdue.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { aTrace, now } from '../../builders/ports.ts'

const inReview = (change: Partial<StoredConcern> = {}) =>
  aStoredConcern({
    state: 'IN_REVIEW',
    waitingUntil: now.toISOString(),
    reviewId: aReviewId,
    ...change,
  })
const asked = anAssessment({ consent: 'REFUSED' })

const concluding = async (
  stored: StoredConcern | undefined,
  {
    previous = asked,
    answer = 'committed',
  }: { previous?: typeof asked | null; answer?: 'committed' | 'changed' } = {},
) => {
  const { acting, port, done, keep, said } = aTrace()
  const commits: AssessmentCommit[] = []
  const result = await concludeOverdue(
    { concernId: aConcernId() },
    {
      ...acting,
      read: port('read', () => stored),
      latestAssessment: port('latestAssessment', () => previous ?? undefined),
      readReview: port('readReview', () => aReview()),
      readEarlier: port('readEarlier', () => []),
      commit: port<[AssessmentCommit], typeof answer>('commit', (commit) => {
        commits.push(commit)
        keep(commit.entries)
        return answer
      }),
    },
  )
  return { result, commits, done, said }
}

describe('concluding what is overdue', () => {
  it('ends the review as lapsed and does what the table says, in one commit', async () => {
    const { result, commits, said } = await concluding(inReview())
    expect(result).toEqual({ kind: 'concluded' })
    expect(commits).toMatchObject([
      {
        concern: { state: 'ALERTED', version: 2 },
        assessment: { number: 2, cause: 'lapsed', assessedAt: now.toISOString() },
        reviews: [{ reviewId: aReviewId, state: 'LAPSED', version: 2 }],
        alerts: [{ authority: 'E06000991' }],
      },
    ])
    expect(said()).toMatchObject([
      { action: 'REVIEW_TIMED_OUT', actor: 'the-hub', rule: 'R12' },
      { action: 'ALERT_RAISED', actor: 'the-hub' },
    ])
  })

  it.each<[string, StoredConcern | undefined]>([
    ['is not there', undefined],
    ['is not due for another millisecond', inReview({ waitingUntil: '2026-11-23T10:00:00.001Z' })],
    ['waits for nothing', aStoredConcern({ state: 'IN_REVIEW', reviewId: aReviewId })],
    ['is received', inReview({ state: 'RECEIVED' })],
    ['is alerted', inReview({ state: 'ALERTED' })],
    ['is fed back', inReview({ state: 'FED_BACK' })],
  ])('leaves a concern alone that %s', async (_, stored) => {
    const { result, commits } = await concluding(stored)
    expect([result, commits]).toEqual([{ kind: 'not-waiting' }, []])
  })

  it('leaves one alone that only expires, or was never assessed', async () => {
    const previous = anAssessment({ harm: 'H1', consent: null })
    const held = inReview({ state: 'HELD' })
    expect((await concluding(held, { previous })).result).toEqual({ kind: 'not-waiting' })
    expect((await concluding(held, { previous: null })).result).toEqual({ kind: 'not-waiting' })
  })

  it('concludes a hold that has a clock', async () => {
    const { result } = await concluding(inReview({ state: 'HELD' }))
    expect(result).toEqual({ kind: 'concluded' })
  })

  it('tries once: who moved the concern has dealt with it, or the next sweep does', async () => {
    const { result, commits } = await concluding(inReview(), { answer: 'changed' })
    expect([result, commits.length]).toEqual([{ kind: 'not-waiting' }, 1])
  })
})
