import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import type { RecordedVerdict } from '../../../shared/reviews/review.ts'
import { trialAnswerOf } from '../../../shared/reviews/trial-answer.ts'
import { aReview } from '../../builders/a-review.ts'
import { aCandidate, aMatch } from '../../builders/an-assessment.ts'

const identity = aReview({
  kind: 'identity',
  asked: 'authority',
  authority: westmarch,
  person: 'subject',
})
const onTrial = (id: string) => aCandidate(id, { guards: [onTrialGuard] })
const match = aMatch('POSSIBLE', {
  candidates: [
    aCandidate(`${westmarch}.A9`),
    onTrial(`${westmarch}.A1`),
    onTrial(`${northmoor}.A1`),
  ],
})
const matches = [{ person: 'subject', match } as const]
const given = (ids?: string[]): RecordedVerdict => ({
  verdict: ids === undefined ? 'NOBODY' : 'IDENTIFIED',
  ...(ids && { ids }),
  reason: 'Seen with a colleague; this is the same person, known to us.',
  person: { by: 'westmarch-reviewers', practitioner: 'W-1' },
  at: '2026-11-23T10:00:00.000Z',
})

describe('the trial of a model', () => {
  it.each([
    ['the best entry named, as confirmed', [`${westmarch}.A2`, `${westmarch}.A1`], true],
    ['another named, as refuted', [`${westmarch}.A2`], false],
    ['nobody named, as refuted', undefined, false],
  ])('counts %s', (_, ids, isConfirmed) => {
    expect(trialAnswerOf(matches, identity, given(ids))).toEqual({
      modelVersion: 'model-1',
      isConfirmed,
    })
  })

  it.each([
    ['about disclosure', matches, aReview({ person: 'subject', authority: westmarch })],
    ['of another register than the best stands on', matches, { ...identity, authority: northmoor }],
    [
      'about another person of the concern',
      matches,
      { ...identity, person: 'children/0' as const },
    ],
    [
      'of a match that the model would not have made',
      [
        {
          person: 'subject',
          match: { ...match, candidates: match.candidates.slice(0, 1) },
        } as const,
      ],
      identity,
    ],
  ])('does not count a review %s', (_, asked, review) => {
    expect(trialAnswerOf(asked, review, given([`${westmarch}.A1`]))).toBeUndefined()
  })
})
