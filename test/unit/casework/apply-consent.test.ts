import { describe, expect, it } from 'vitest'
import { type ApplyConsentDeps, applyConsent } from '../../../shared/casework/apply-consent.ts'
import { type ConsentChange, consentChangeSchema } from '../../../shared/concerns/consent-change.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { assessingWith } from '../../builders/assessing.ts'
import { aTrace, inTurn, now } from '../../builders/ports.ts'

type Commit = Parameters<ApplyConsentDeps['commitChange']>[0]
const change = consentChangeSchema.parse({
  changeId: anId(5),
  concernId: aConcernId(),
  consent: { status: 'GIVEN', whatWasAgreed: 'Sharing', decidedOn: '2026-11-22' },
  recordedAt: '2026-11-23T09:59:00.000Z',
  by: 'drug-service',
})
const held = aStoredConcern({ state: 'HELD', assessments: 1 }, { harm: 'H1', consent: undefined })

const applying = (
  stored: StoredConcern | undefined,
  {
    found = change,
    answers = ['committed'],
  }: {
    found?: ConsentChange | null
    answers?: readonly ('committed' | 'changed')[]
  } = {},
) => {
  const trace = aTrace()
  const { port, done, said, keep } = trace
  const { deps } = assessingWith(trace, { stored })
  const commits: Commit[] = []
  const answer = inTurn(answers[0] ?? 'changed', ...answers.slice(1))
  const result = applyConsent(change, {
    ...deps,
    readReviews: (ids) => Promise.resolve(ids.map(() => aReview())),
    readChange: port('readChange', () => found ?? undefined),
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
    const { result, commits, said } = applying(held)
    expect(await result).toEqual({ kind: 'applied' })
    const [commit] = commits
    expect(commit).toMatchObject({
      change,
      concern: { state: 'ALERTED', version: 2, consentNow: { changeId: change.changeId } },
      decided: {
        assessment: { number: 2, cause: 'consent-changed', assessedAt: now.toISOString() },
        alerts: [{ kind: 'early-help' }],
      },
    })
    expect(commit?.concern).toEqual(commit?.decided?.concern)
    expect(said()[0]).toMatchObject({ action: 'CONCERN_REASSESSED', actor: 'the-hub' })
  })

  it('ends an open question about consent as overtaken', async () => {
    const refused = { consent: { status: 'REFUSED' }, whyOverridden: 'The child is hurt.' } as const
    const { result, commits } = applying(
      aStoredConcern({ state: 'IN_REVIEW', assessments: 1, reviewIds: [aReviewId] }, refused),
    )
    await result
    expect(commits[0]?.decided?.ended).toMatchObject([{ state: 'OVERTAKEN', version: 2 }])
    expect(commits[0]?.concern).toMatchObject({ state: 'ALERTED', reviewIds: [] })
  })

  it('decides an open alert’s concern anew, and recalls nothing that was shared', async () => {
    const withdrawn = { ...change, consent: { ...change.consent, status: 'WITHDRAWN' as const } }
    const { result, commits } = applying(aStoredConcern({ state: 'ALERTED', assessments: 1 }), {
      found: withdrawn,
    })
    await result
    expect(commits[0]?.decided?.assessment.cause).toBe('consent-changed')
    expect(commits[0]?.decided?.changed).toEqual([])
  })

  it.each(['RECEIVED', 'FED_BACK', 'WITHDRAWN'] as const)(
    'of a concern that is %s decides nothing, but keeps the consent that now stands',
    async (state) => {
      const stored = aStoredConcern({ state, version: 3 })
      const { result, commits } = applying(stored)
      expect(await result).toEqual({ kind: 'applied' })
      const { changeId, consent } = change
      expect(commits).toEqual([
        {
          change,
          concern: { ...stored, version: 4, consentNow: { changeId, consent } },
          entries: [expect.objectContaining({ action: 'CONSENT_APPLIED' })],
        },
      ])
    },
  )

  it.each([
    ['waits no more', aStoredConcern(), null],
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
