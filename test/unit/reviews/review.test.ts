import { describe, expect, it } from 'vitest'
import { verdicts } from '../../../shared/reviews/questions.ts'
import {
  givenVerdictSchema,
  listedReviewSchema,
  reviewSchema,
  reviewStates,
} from '../../../shared/reviews/review.ts'
import { ruleIds } from '../../../shared/sharing/decision.ts'
import { reviewKinds } from '../../../shared/sharing/rule.ts'
import { aReview } from '../../builders/a-review.ts'
import { aVerdict } from '../../builders/a-verdict.ts'

const adultIds = (count: number) => Array.from({ length: count }, (_, at) => `E06000991.A${at}`)
const isTaken = (change: object) =>
  givenVerdictSchema.safeParse({ ...aVerdict('HOLD'), ...change }).success

describe('a verdict as it is sent', () => {
  it.each(verdicts)('can be %s', (verdict) => {
    expect(givenVerdictSchema.parse(aVerdict(verdict))).toEqual(aVerdict(verdict))
  })

  it.each([
    ['one adult', { adultIds: adultIds(1) }, true],
    ['eight adults', { adultIds: adultIds(8) }, true],
    ['nine adults', { adultIds: adultIds(9) }, false],
    ['an empty list of adults', { adultIds: [] }, false],
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
  const recorded = {
    verdict: 'IDENTIFIED',
    adultIds: ['E06000991.A1'],
    reason: 'Seen with a colleague; this is the same person, known to us.',
    by: 'westmarch/W-1',
    at: '2026-11-23T10:00:00.000Z',
  } as const
  const { adultIds: _, ...ofNobody } = recorded

  it.each([
    {},
    { state: 'PROPOSED', needsTwo: true, proposed: recorded },
    { state: 'DECIDED', version: 3, forLead: true, proposed: recorded, decided: ofNobody },
    ...reviewKinds.map((kind) => ({ kind })),
    ...reviewStates.map((state) => ({ state })),
    ...ruleIds.map((rule) => ({ rule })),
    { assessment: 2 },
  ])('is what it was: %j', (change) => {
    const review = { ...aReview(), ...change }
    expect(reviewSchema.parse(review)).toEqual(review)
  })

  it.each([
    { assessment: 0 },
    { version: 0 },
    { version: 1.5 },
    { kind: 'mood' },
    { state: 'LOST' },
    { note: 'x' },
    { decided: { ...recorded, practitioner: 'W-1' } },
    { decided: { ...recorded, notRelated: true } },
    { proposed: { ...recorded, by: undefined } },
    { proposed: { ...recorded, at: 'today' } },
    { proposed: { ...recorded, reason: 'No.' } },
  ])('is nothing else: %j', (change) => {
    expect(reviewSchema.safeParse({ ...aReview(), ...change }).success).toBe(false)
  })

  it('is listed without the concern, the authority and what was said', () => {
    expect(Object.keys(listedReviewSchema.shape).toSorted()).toEqual([
      'dueAt',
      'forLead',
      'harm',
      'kind',
      'needsTwo',
      'raisedAt',
      'reviewId',
      'rule',
      'state',
      'version',
    ])
    const { concernId: _c, assessment: _a, authority: _o, ...listed } = aReview()
    expect(listedReviewSchema.parse(listed)).toEqual(listed)
    expect(listedReviewSchema.safeParse(aReview()).success).toBe(false)
  })
})
