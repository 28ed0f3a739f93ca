import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Caller } from '../../../shared/agencies/access.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { type DecideReviewDeps, decideReview } from '../../../shared/casework/decide-review.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import { givenVerdictSchema, type Review } from '../../../shared/reviews/review.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { aCandidate, aMatch, anAssessment } from '../../builders/an-assessment.ts'
import { assessingWith, knownFamily, unknownFamily } from '../../builders/assessing.ts'
import {
  drugService,
  drugServiceLead,
  northmoorReviewer,
  otherServiceLead,
  partnershipLead,
  westmarchReviewer,
} from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

type Commit = Parameters<DecideReviewDeps['commit']>
type Asked = {
  readonly review?: Review | null
  readonly stored?: StoredConcern | null
  readonly before?: Assessment
  readonly family?: Awaited<ReturnType<typeof knownFamily>>
  readonly caller?: Caller
  readonly practitioner?: string
  readonly verdict?: unknown
  readonly expectedVersion?: number
  readonly answer?: 'committed' | 'changed'
  readonly areRegistered?: boolean
}
const inReview = aStoredConcern(
  { state: 'IN_REVIEW', assessments: 1, reviewIds: [aReviewId] },
  { consent: { status: 'REFUSED' }, whyOverridden: 'The child is hurt.' },
)

const deciding = async ({
  review = aReview(),
  stored = inReview,
  before = anAssessment({ consent: 'REFUSED', match: 'NONE' }),
  family = unknownFamily,
  caller = drugServiceLead,
  practitioner,
  verdict = aVerdict('SHARE_MINIMAL'),
  expectedVersion = 1,
  answer = 'committed',
  areRegistered = true,
}: Asked = {}) => {
  const trace = aTrace()
  const { recording, port, done, keep, said } = trace
  const { deps } = assessingWith(trace, { stored: stored ?? undefined, family })
  const commits: Commit[] = []
  const proposals: Review[] = []
  const result = await decideReview(
    {
      by: byOf(caller, practitioner),
      reviewId: aReviewId,
      verdict: givenVerdictSchema.parse(verdict),
      expectedVersion,
    },
    {
      ...deps,
      ...recording,
      readReview: port('readReview', () => review ?? undefined),
      readReviews: () => Promise.resolve(review === null ? [] : [review]),
      latestAssessment: port('latestAssessment', () => before),
      areRegistered: port('areRegistered', () => areRegistered),
      propose: port<Parameters<DecideReviewDeps['propose']>, typeof answer>(
        'propose',
        (proposed, entries) => {
          proposals.push(proposed)
          keep(entries)
          return answer
        },
      ),
      commit: port<Commit, typeof answer>('commit', (...commit) => {
        commits.push(commit)
        keep(commit[0].entries)
        return answer
      }),
    },
  )
  return { result, commits, proposals, done, said }
}

const recorded = {
  verdict: 'SHARE_MINIMAL' as const,
  reason: aVerdict('HOLD').reason,
  person: { by: 'drug-service-lead' },
  at: now.toISOString(),
}

describe('a verdict of the sender’s lead on disclosure', () => {
  it('ends the review, and decides the concern only afterwards, out of the lead’s sight', async () => {
    const { result, commits, proposals } = await deciding()
    const ended = aReview({ state: 'DECIDED', version: 2, decided: recorded, isPending: true })
    expect(result).toEqual({ kind: 'decided', review: ended })
    expect([proposals, commits]).toEqual([[ended], []])
  })

  it('is recorded by who gave it in which request, under concern and review', async () => {
    const { said } = await deciding()
    expect(said()[0]).toMatchObject({
      action: 'REVIEW_DECIDED',
      actor: 'drug-service-lead',
      requestId: 'request-0001',
      subjects: [aReviewId, aConcernId()],
    })
  })

  it('is not taken when the concern moved meanwhile', async () => {
    const { result } = await deciding({ answer: 'changed' })
    expect(result).toEqual({ kind: 'changed-since-read' })
  })
})

describe('a review of the partnership lead', () => {
  const review = aReview({
    asked: 'partnership-lead',
    agency: undefined,
    kind: 'watched',
    rule: 'R16',
  })

  it('is decided by that lead', async () => {
    expect((await deciding({ review, caller: partnershipLead })).result.kind).toBe('decided')
  })

  it.each([drugServiceLead, westmarchReviewer])('is not $clientId’s', async (caller) => {
    expect((await deciding({ review, caller })).result.kind).toBe('not-theirs')
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
      saidOf(drugServiceLead, 'REVIEW_PROPOSED', {
        subjects: [aReviewId, aConcernId()],
        codes: { verdict: 'SHARE_MINIMAL' },
      }),
    ])
  })

  it('a second person’s same verdict decides, and one sign-in that names two people does not', async () => {
    const proposed = { ...recorded, person: { by: 'other-sign-in', practitioner: 'L-1' } }
    const open = { ...review, state: 'PROPOSED' as const, proposed }
    expect((await deciding({ review: open, practitioner: 'L-2' })).result.kind).toBe('decided')
    const same = {
      ...open,
      proposed: { ...proposed, person: { by: 'drug-service-lead', practitioner: 'L-1' } },
    }
    expect((await deciding({ review: same, practitioner: 'L-2' })).result.kind).toBe('proposed')
  })

  it('a proposal is not taken when the review moved meanwhile', async () => {
    const { result } = await deciding({ review, answer: 'changed' })
    expect(result).toEqual({ kind: 'changed-since-read' })
  })
})

describe('a council’s verdict on who somebody is', () => {
  const review = aReview({
    kind: 'identity',
    asked: 'authority',
    agency: undefined,
    authority: westmarch,
    person: 'subject',
    rule: 'R10',
  })
  const stored = aStoredConcern({ state: 'ALERTED', assessments: 1, reviewIds: [aReviewId] })
  const possible = anAssessment({ match: 'POSSIBLE' })
  const identified = aVerdict('IDENTIFIED', { ids: [`${westmarch}.A1001`] })
  const asked = { review, stored, before: possible, caller: westmarchReviewer }

  it('is settled, and everything is decided anew on her children', async () => {
    const { result, commits } = await deciding({
      ...asked,
      family: await knownFamily(),
      verdict: identified,
    })
    expect(result.kind).toBe('decided')
    expect(commits[0]?.[0]).toMatchObject({
      concern: {
        settled: [{ person: 'subject', authority: westmarch, ids: [`${westmarch}.A1001`] }],
      },
      assessment: {
        cause: 'identified',
        answered: aReviewId,
        joined: [{ childId: `${westmarch}.C1` }],
      },
    })
  })

  it('that names nobody settles that she is not there', async () => {
    const { commits } = await deciding({
      ...asked,
      family: await knownFamily(),
      verdict: aVerdict('NOBODY'),
    })
    const subject = commits[0]?.[0].assessment.matches.find(({ person }) => person === 'subject')
    expect(subject?.match).toMatchObject({ band: 'NONE', candidates: [{ settled: 'other' }] })
  })

  it('of people who are not on the register is refused, and nothing is written', async () => {
    const { result, commits } = await deciding({
      ...asked,
      verdict: identified,
      areRegistered: false,
    })
    expect([result, commits]).toEqual([{ kind: 'person-unknown' }, []])
  })

  it('of somebody on another council’s register does not fit', async () => {
    const verdict = aVerdict('IDENTIFIED', { ids: [`${northmoor}.A7`] })
    expect((await deciding({ ...asked, verdict })).result.kind).toBe('people-not-theirs')
  })

  it.each([
    [identified, true],
    [aVerdict('NOBODY'), false],
  ])('counts in the trial of the model', async (verdict, isConfirmed) => {
    const candidates = [aCandidate(`${westmarch}.A1001`, { guards: [onTrialGuard] })]
    const match = aMatch('POSSIBLE', { candidates })
    const before = { ...possible, matches: [{ person: 'subject', kind: 'adult', match }] } as const
    const { commits } = await deciding({
      ...asked,
      before: { ...before, matches: [...before.matches] },
      family: await knownFamily(),
      verdict,
    })
    expect(commits[0]?.[1]).toEqual({ modelVersion: 'model-1', isConfirmed })
  })
})

describe('a verdict that is refused', () => {
  const bySelf = { ...drugServiceLead, clientId: drugService.clientId }

  it.each<[string, Asked, string[]]>([
    ['not-theirs', { caller: otherServiceLead }, ['readReview']],
    ['not-theirs', { caller: northmoorReviewer }, ['readReview']],
    ['own-concern', { caller: bySelf }, ['readReview', 'read']],
  ])('for the person who gives it: %s', async (kind, asked, reads) => {
    const { result, commits, done } = await deciding(asked)
    expect([result, commits]).toEqual([{ kind }, []])
    expect(done).toEqual(reads)
  })

  it.each<[string, Asked]>([
    ['changed-since-read', { expectedVersion: 2 }],
    ['closed', { review: aReview({ state: 'LAPSED' }) }],
    ['closed', { stored: null }],
    ['verdict-unfit', { verdict: aVerdict('NOBODY') }],
    ['not-found', { review: null }],
  ])('for what was sent (%s) leaves none', async (kind, asked) => {
    const { result, commits, said } = await deciding(asked)
    expect([result, commits, said()]).toEqual([{ kind }, [], []])
  })
})

describe('a verdict whose reply was lost', () => {
  const given = {
    verdict: 'SHARE_MINIMAL',
    reason: givenVerdictSchema.parse(aVerdict('SHARE_MINIMAL')).reason,
    person: { by: drugServiceLead.clientId },
    at: now.toISOString(),
  } as const
  const decided = aReview({ state: 'DECIDED', version: 2, decided: given })
  const proposed = aReview({ state: 'PROPOSED', version: 2, needsTwo: true, proposed: given })

  it.each([decided, proposed])(
    'is the same verdict when it is sent again: $state',
    async (review) => {
      const { result, commits, proposals, said } = await deciding({ review })
      expect(result).toEqual({ kind: 'decided', review })
      expect([commits, proposals]).toEqual([[], []])
      expect(said()).toMatchObject([{ action: 'REVIEW_DECIDED', codes: { again: 'true' } }])
    },
  )

  it('is not that of another person, of another mind, or for other reasons', async () => {
    const another = { ...decided, decided: { ...given, person: { by: 'another' } } }
    const longer = { ...aVerdict('SHARE_MINIMAL'), reason: `${given.reason} And more.` }
    for (const asked of [
      { review: another },
      { review: decided, verdict: aVerdict('SHARE') },
      { review: decided, verdict: longer },
    ])
      expect((await deciding(asked)).result).toEqual({ kind: 'changed-since-read' })
  })
})
