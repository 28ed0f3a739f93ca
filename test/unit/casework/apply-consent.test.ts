import { describe, expect, it } from 'vitest'
import { type ApplyConsentDeps, applyConsent } from '../../../shared/casework/apply-consent.ts'
import { type ConsentChange, consentChangeSchema } from '../../../shared/concerns/consent-change.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { aTrace, inTurn, now } from '../../builders/ports.ts'

type Commit = Parameters<ApplyConsentDeps['commitChange']>[0]
const change = consentChangeSchema.parse({
  changeId: anId(5),
  concernId: aConcernId(),
  consent: { status: 'GIVEN', whatWasAgreed: 'Sharing', decidedOn: '2026-11-22' },
  recordedAt: '2026-11-23T09:59:00.000Z',
  by: 'drug-service',
  status: 'PENDING',
})
const previous = anAssessment({ consent: null, harm: 'H1' })

const applying = (
  stored: StoredConcern | undefined,
  {
    found = change,
    before = previous,
    answers = ['committed'],
  }: {
    found?: ConsentChange | null
    before?: typeof previous | null
    answers?: readonly ('committed' | 'changed')[]
  } = {},
) => {
  const { acting, port, done, said, keep } = aTrace()
  const commits: Commit[] = []
  const answer = inTurn(answers[0] ?? 'changed', ...answers.slice(1))
  const result = applyConsent(change, {
    ...acting,
    readChange: port('readChange', () => found ?? undefined),
    read: port('read', () => stored),
    latestAssessment: port('latestAssessment', () => before ?? undefined),
    readReview: port('readReview', () => aReview()),
    readEarlier: port('readEarlier', () => []),
    commitChange: port<[Commit], 'committed' | 'changed'>('commitChange', (commit) => {
      commits.push(commit)
      keep(commit.decided?.entries ?? [])
      return answer()
    }),
  })
  return { result, commits, done, said }
}

describe('applying a change of consent', () => {
  it('decides what is held anew, and says so with the change in one commit', async () => {
    const { result, commits, said } = applying(aStoredConcern({ state: 'HELD' }))
    expect(await result).toEqual({ kind: 'applied' })
    const [commit] = commits
    expect(commit).toMatchObject({
      change: { ...change, status: 'APPLIED' },
      concern: { state: 'ALERTED', version: 2, consentNow: { changeId: change.changeId } },
      decided: {
        assessment: { number: 2, cause: 'consent-changed', assessedAt: now.toISOString() },
        alerts: [{ kind: 'early-help' }],
        reviews: [],
      },
    })
    expect(commit?.concern).toEqual(commit?.decided?.concern)
    expect(said()[0]).toMatchObject({ action: 'CONCERN_REASSESSED', actor: 'the-hub' })
  })

  it('ends an open review as overtaken', async () => {
    const { result, commits } = applying(
      aStoredConcern({ state: 'IN_REVIEW', reviewId: aReviewId }),
    )
    await result
    expect(commits[0]?.decided?.reviews).toMatchObject([{ state: 'OVERTAKEN', version: 2 }])
  })

  it.each(['RECEIVED', 'ALERTED', 'FED_BACK'] as const)(
    'of a concern that is %s decides nothing, but keeps the consent that now stands',
    async (state) => {
      const stored = aStoredConcern({ state, version: 3 })
      const { result, commits } = applying(stored)
      expect(await result).toEqual({ kind: 'applied' })
      const { changeId, consent } = change
      expect(commits).toEqual([
        {
          change: { ...change, status: 'APPLIED' },
          concern: { ...stored, version: 4, consentNow: { changeId, consent } },
        },
      ])
    },
  )

  it('decides nothing where there was no assessment', async () => {
    const { result, commits } = applying(aStoredConcern({ state: 'HELD' }), { before: null })
    expect([await result, commits[0]?.decided]).toEqual([{ kind: 'applied' }, undefined])
  })

  it.each([
    ['was applied before', aStoredConcern(), { ...change, status: 'APPLIED' as const }],
    ['is not there', aStoredConcern(), null],
    ['has no concern', undefined, change],
  ])('does nothing where the change %s', async (_, stored, found) => {
    const { result, commits } = applying(stored, { found })
    expect([await result, commits]).toEqual([{ kind: 'already-applied' }, []])
  })

  it('is decided again on what has moved, five times, and then left for later', async () => {
    const moved = applying(aStoredConcern(), { answers: ['changed', 'committed'] })
    expect([await moved.result, moved.commits.length]).toEqual([{ kind: 'applied' }, 2])
    const moving = applying(aStoredConcern(), { answers: ['changed'] })
    await expect(moving.result).rejects.toMatchObject({ code: 'store-busy' })
    expect(moving.commits).toHaveLength(5)
  })
})
