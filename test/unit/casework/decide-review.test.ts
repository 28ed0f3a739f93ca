import { describe, expect, it } from 'vitest'
import type { Caller } from '../../../shared/agencies/access.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { type DecideReviewDeps, decideReview } from '../../../shared/casework/decide-review.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import { givenVerdictSchema, type Review } from '../../../shared/reviews/review.ts'
import { aFamily, nobodyKnown } from '../../builders/a-family.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { aCandidate, anAssessment } from '../../builders/an-assessment.ts'
import { northmoorReviewer, reviewLead, westmarchReviewer } from '../../builders/clients.ts'
import { noPast } from '../../builders/no-past.ts'
import { aTrace, byOf, now, refusalOf, saidOf } from '../../builders/ports.ts'

type Asked = {
  readonly review?: Review | null
  readonly stored?: StoredConcern | null
  readonly previous?: Assessment | null
  readonly known?: Gathered
  readonly caller?: Caller
  readonly verdict?: unknown
  readonly expectedVersion?: number
  readonly answer?: 'committed' | 'changed'
}
const inReview = aStoredConcern({ state: 'IN_REVIEW', reviewId: aReviewId })

const deciding = async ({
  review = aReview(),
  stored = inReview,
  previous = anAssessment({ consent: 'REFUSED' }),
  known = nobodyKnown,
  caller = westmarchReviewer,
  verdict = aVerdict('SHARE_MINIMAL'),
  expectedVersion = 1,
  answer = 'committed',
}: Asked = {}) => {
  const { recording, port, done, keep, said } = aTrace()
  const commits: Parameters<DecideReviewDeps['commit']>[] = []
  const proposals: Review[] = []
  const asked: unknown[] = []
  const result = await decideReview(
    {
      by: byOf(caller),
      reviewId: aReviewId,
      verdict: givenVerdictSchema.parse(verdict),
      expectedVersion,
    },
    {
      ...recording,
      readReview: port('readReview', () => review ?? undefined),
      read: port('read', () => stored ?? undefined),
      readAssessment: port('readAssessment', (...which: unknown[]) => {
        asked.push(which)
        return previous ?? undefined
      }),
      gatherAdults: port('gatherAdults', (...which: unknown[]) => {
        asked.push(which)
        return known
      }),
      recall: port('recall', () => noPast),
      readEarlier: port('readEarlier', () => []),
      propose: port<Parameters<DecideReviewDeps['propose']>, typeof answer>(
        'propose',
        (proposed, entries) => {
          proposals.push(proposed)
          keep(entries)
          return answer
        },
      ),
      commit: port<Parameters<DecideReviewDeps['commit']>, typeof answer>('commit', (...commit) => {
        commits.push(commit)
        keep(commit[0].entries)
        return answer
      }),
    },
  )
  return { result, commits, proposals, done, said, asked }
}

const recorded = {
  verdict: 'SHARE_MINIMAL',
  reason: aVerdict('HOLD').reason,
  by: 'westmarch-reviewers/W-0117',
  at: now.toISOString(),
}

describe('a verdict on disclosure', () => {
  it('ends the review and decides the concern, in one commit', async () => {
    const { result, commits, done, asked } = await deciding({ review: aReview({ assessment: 4 }) })
    const ended = aReview({
      assessment: 4,
      state: 'DECIDED',
      version: 2,
      decided: recorded as never,
    })
    expect(result).toEqual({ kind: 'decided', review: ended })
    expect(asked).toEqual([[aConcernId(), 4]])
    expect(done).toEqual(['readReview', 'read', 'readAssessment', 'readEarlier', 'commit'])
    expect(commits).toMatchObject([
      [
        {
          concern: { state: 'ALERTED', version: 2 },
          assessment: {
            number: 2,
            cause: 'reviewed',
            answered: aReviewId,
            decision: { rule: 'R12', decision: 'SHARE_MINIMAL' },
          },
          reviews: [ended],
        },
        undefined,
      ],
    ])
  })

  it('is recorded by who gave it in which request, under concern and review', async () => {
    const { said } = await deciding()
    expect(said()[0]).toMatchObject({
      action: 'REVIEW_DECIDED',
      actor: 'westmarch-reviewers',
      requestId: 'request-0001',
      subjects: [aConcernId(), aReviewId],
    })
  })

  it('is not taken when the concern moved meanwhile', async () => {
    const { result } = await deciding({ answer: 'changed' })
    expect(result).toEqual({ kind: 'changed-since-read' })
  })
})

describe('where two must decide', () => {
  const review = aReview({ needsTwo: true })

  it('a first verdict is kept as proposed, recorded without its words', async () => {
    const { result, proposals, commits, said } = await deciding({ review })
    const proposed = { ...review, state: 'PROPOSED', version: 2, proposed: recorded }
    expect(result).toEqual({ kind: 'proposed', review: proposed })
    expect([proposals, commits]).toEqual([[proposed], []])
    expect(said()).toEqual([
      saidOf(westmarchReviewer, 'REVIEW_PROPOSED', {
        subjects: [aReviewId, aConcernId()],
        codes: { verdict: 'SHARE_MINIMAL', by: 'westmarch-reviewers/W-0117' },
      }),
    ])
  })

  it('a second person’s same verdict decides', async () => {
    const proposed = {
      ...recorded,
      verdict: 'SHARE_MINIMAL' as const,
      by: 'westmarch-reviewers/W-1',
    }
    const { result } = await deciding({ review: { ...review, state: 'PROPOSED', proposed } })
    expect(result.kind).toBe('decided')
  })

  it('a proposal is not taken when the review moved meanwhile', async () => {
    const { result } = await deciding({ review, answer: 'changed' })
    expect(result).toEqual({ kind: 'changed-since-read' })
  })
})

describe('a verdict on who the subject is', () => {
  const review = aReview({ kind: 'identity', rule: 'R8' })
  const possible = anAssessment({ match: 'POSSIBLE' })
  const identified = aVerdict('IDENTIFIED', { adultIds: ['E06000991.A1001'] })

  it('is settled, and everything is decided anew on her children', async () => {
    const { result, commits, asked } = await deciding({
      review,
      previous: possible,
      known: await aFamily(),
      verdict: identified,
    })
    expect(result.kind).toBe('decided')
    expect(asked[1]).toEqual([
      ['E06000991.A1001'],
      { agency: 'turning-tide', authority: 'E06000991' },
    ])
    expect(commits[0]?.[0].assessment).toMatchObject({
      cause: 'reviewed',
      answered: aReviewId,
      match: { band: 'CONFIRMED', candidates: [{ settled: 'same' }] },
      matched: [{ childId: 'E06000991.C1' }],
    })
  })

  it('that names nobody settles that she is not there', async () => {
    const { commits } = await deciding({
      review,
      previous: possible,
      verdict: aVerdict('NOT_IDENTIFIED'),
    })
    expect(commits[0]?.[0].assessment.match).toMatchObject({
      band: 'NONE',
      candidates: [{ settled: 'other' }],
    })
  })

  it('of an adult who is not on the register is refused, and nothing is written', async () => {
    const { result, commits } = await deciding({ review, previous: possible, verdict: identified })
    expect([result, commits]).toEqual([{ kind: 'adult-unknown' }, []])
  })

  it.each([
    [identified, true],
    [aVerdict('NOT_IDENTIFIED'), false],
  ])('counts in the trial of the model', async (verdict, isConfirmed) => {
    const candidates = [aCandidate('E06000991.A1001', { guards: [onTrialGuard] })]
    const { commits } = await deciding({
      review,
      previous: { ...possible, match: { ...possible.match, candidates } },
      known: await aFamily(),
      verdict,
    })
    expect(commits[0]?.[1]).toEqual({ modelVersion: 'model-1', isConfirmed })
  })
})

describe('a verdict that is refused', () => {
  const own = aStoredConcern({
    ...inReview,
    submittedBy: { ...inReview.submittedBy, agency: 'westmarch' },
  })

  it.each<[string, Asked, Caller]>([
    ['not-theirs', { caller: northmoorReviewer }, northmoorReviewer],
    ['for-lead', { review: aReview({ forLead: true }) }, westmarchReviewer],
    ['own-agency', { stored: own }, westmarchReviewer],
  ])('for the person who gives it (%s) leaves an entry', async (kind, asked, caller) => {
    const { result, commits, said } = await deciding(asked)
    expect([result, commits]).toEqual([{ kind }, []])
    expect(said()).toEqual([refusalOf(caller, 'review.decide')])
  })

  it.each<[string, Asked]>([
    ['not-found', { review: null }],
    ['changed-since-read', { expectedVersion: 2 }],
    ['closed', { review: aReview({ state: 'LAPSED' }) }],
    ['closed', { previous: null }],
    ['closed', { stored: null }],
    ['verdict-unfit', { verdict: aVerdict('SHARE') }],
  ])('for what was sent (%s) leaves none', async (kind, asked) => {
    const { result, commits, said } = await deciding(asked)
    expect([result, commits, said()]).toEqual([{ kind }, [], []])
  })

  it('is the lead’s to give once the review has passed to them', async () => {
    const { result } = await deciding({ review: aReview({ forLead: true }), caller: reviewLead })
    expect(result.kind).toBe('decided')
  })
})
