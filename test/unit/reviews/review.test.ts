import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { reviewKinds, verdicts } from '../../../shared/reviews/questions.ts'
import {
  givenVerdictSchema,
  isOpen,
  isSameQuestion,
  listedReviewSchema,
  nextVersion,
  reviewSchema,
  reviewStates,
} from '../../../shared/reviews/review.ts'
import { ruleIds } from '../../../shared/sharing/decision.ts'
import { aReview } from '../../builders/a-review.ts'
import { aVerdict } from '../../builders/a-verdict.ts'

const idsOf = (count: number) => Array.from({ length: count }, (_, at) => `${westmarch}.A${at}`)
const isTaken = (change: object) =>
  givenVerdictSchema.safeParse({ ...aVerdict('HOLD'), ...change }).success

describe('a verdict as it is sent', () => {
  it.each(verdicts)('can be %s', (verdict) => {
    expect(givenVerdictSchema.parse(aVerdict(verdict))).toEqual(aVerdict(verdict))
  })

  it.each([
    ['one person', { ids: idsOf(1) }, true],
    ['eight people', { ids: idsOf(8) }, true],
    ['nine people', { ids: idsOf(9) }, false],
    ['an empty list of people', { ids: [] }, false],
    ['a reason of forty characters', { reason: 'x'.repeat(40) }, true],
    ['a reason of thirty-nine', { reason: 'x'.repeat(39) }, false],
    ['a reason of two thousand', { reason: 'x'.repeat(2000) }, true],
    ['a reason of more', { reason: 'x'.repeat(2001) }, false],
    ['no word on being related', { notRelated: undefined }, false],
    ['somebody related', { notRelated: false }, false],
    ['a name for a work id', { practitioner: 'A. Person' }, false],
    ['another verdict', { verdict: 'PERHAPS' }, false],
    ['anything else', { note: 'x' }, false],
  ])('with %s is taken: %s', (...[, change, expected]) => {
    expect(isTaken(change)).toBe(expected)
  })

  it.each([
    [{ reason: 'No.' }, 'say in at least 40 characters why'],
    [
      { notRelated: false },
      'a person related to the family or to the referrer leaves this to a colleague',
    ],
  ])('is refused in words its sender can act on: %j', (change, message) => {
    const { error } = givenVerdictSchema.safeParse({ ...aVerdict('HOLD'), ...change })
    expect(error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})

describe('a review as it is kept', () => {
  const person = { by: 'westmarch-reviewers', practitioner: 'W-1', isVouchedFor: true }
  const recorded = {
    verdict: 'IDENTIFIED',
    ids: [`${westmarch}.A1`],
    reason: 'Seen with a colleague; this is the same person, known to us.',
    person,
    at: '2026-11-23T10:00:00.000Z',
  } as const
  const { ids: _, ...ofNobody } = recorded

  it.each([
    {},
    { state: 'PROPOSED', needsTwo: true, proposed: recorded },
    { state: 'DECIDED', version: 3, proposed: recorded, decided: ofNobody },
    { decided: { ...recorded, person: { by: 'westmarch-reviewers' } } },
    { kind: 'identity', asked: 'authority', authority: westmarch, person: 'children/0' },
    { chases: 4 },
    ...reviewKinds.map((kind) => ({ kind })),
    ...reviewStates.map((state) => ({ state })),
    ...ruleIds.map((rule) => ({ rule })),
  ])('is what it was: %j', (change) => {
    const review = { ...aReview(), ...change }
    expect(reviewSchema.parse(review)).toEqual(review)
  })

  it.each([
    { version: 0 },
    { version: 1.5 },
    { kind: 'mood' },
    { state: 'LOST' },
    { asked: 'anybody' },
    { person: 'children/12' },
    { chases: -1 },
    { note: 'x' },
    { decided: { ...recorded, practitioner: 'W-1' } },
    { decided: { ...recorded, notRelated: true } },
    { proposed: { ...recorded, person: undefined } },
    { proposed: { ...recorded, at: 'today' } },
    { proposed: { ...recorded, reason: 'No.' } },
  ])('is nothing else: %j', (change) => {
    expect(reviewSchema.safeParse({ ...aReview(), ...change }).success).toBe(false)
  })

  it('is listed without the concern, whose it is, who is meant, and what was said', () => {
    expect(Object.keys(listedReviewSchema.shape).toSorted()).toEqual([
      'asked',
      'dueAt',
      'harm',
      'kind',
      'needsTwo',
      'raisedAt',
      'reviewId',
      'rule',
      'state',
      'urgency',
      'version',
    ])
    expect(listedReviewSchema.safeParse(aReview()).success).toBe(false)
  })
})

describe('a review that is open', () => {
  it.each(reviewStates)('is not %s but before it is answered', (state) => {
    expect(isOpen({ state })).toBe(state === 'OPEN' || state === 'PROPOSED')
  })

  it('moves on a version at a time, by what changes', () => {
    expect(nextVersion(aReview({ version: 3 }), { state: 'LAPSED' })).toEqual(
      aReview({ version: 4, state: 'LAPSED' }),
    )
  })

  it.each([
    ['the same', {}, true],
    ['another kind', { kind: 'detriment' }, false],
    ['another authority', { authority: northmoor }, false],
    ['another person', { person: 'otherAdults/1' }, false],
    ['another level of harm', { harm: 'H3', rule: 'R13' }, true],
  ] as const)('asks the same of the same where it is of %s: %s', (...[, change, expected]) => {
    const review = aReview({ authority: westmarch, person: 'subject' })
    expect(isSameQuestion(review, { ...review, ...change })).toBe(expected)
  })
})
