import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Caller } from '../../../shared/agencies/access.ts'
import { ownerOf, refusalOf } from '../../../shared/reviews/admit-verdict.ts'
import type { Verdict } from '../../../shared/reviews/questions.ts'
import { fits, givenVerdictSchema, type Review } from '../../../shared/reviews/review.ts'
import { aReview } from '../../builders/a-review.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import {
  drugServiceLead,
  northmoorReviewer,
  otherServiceLead,
  partnershipLead,
  westmarchReviewer,
} from '../../builders/clients.ts'

const one = `${westmarch}.A1`
const two = `${westmarch}.A2`
const foreign = `${northmoor}.A1`
const identity = aReview({
  kind: 'identity',
  asked: 'authority',
  authority: westmarch,
  person: 'subject',
})
const watched = aReview({ kind: 'watched', asked: 'partnership-lead', rule: 'R16' })
const verdict = (code: Verdict, more = {}) => givenVerdictSchema.parse(aVerdict(code, more))
const { reviewId } = aReview()
const sentBy = (submitter: object) =>
  aStoredConcern({
    reviewIds: [reviewId],
    submittedBy: { ...aStoredConcern().submittedBy, ...submitter },
  })

const refusal = (
  caller: Caller,
  {
    review = aReview(),
    stored = sentBy({}),
    practitioner = 'W-2',
    ...change
  }: Partial<Parameters<typeof refusalOf>[2]> & {
    review?: Review
    stored?: ReturnType<typeof aStoredConcern>
    practitioner?: string
  } = {},
) =>
  refusalOf(review, stored, {
    caller,
    person: { by: caller.clientId, practitioner },
    expectedVersion: 1,
    verdict: verdict('HOLD'),
    ...change,
  })

describe('whose a review is to decide', () => {
  it.each([
    ['the lead of the sending agency', aReview(), { agency: 'turning-tide' }],
    ['the partnership lead', watched, { authority: 'HOLDING' }],
    ['the authority whose register it is', identity, { authority: westmarch }],
  ])('is %s', (_, review, owner) => {
    expect(ownerOf(review)).toEqual(owner)
  })

  it.each([
    ['sender’s lead', drugServiceLead, undefined, 'not-theirs', 'not-theirs'],
    ['lead of another agency', otherServiceLead, 'not-theirs', 'not-theirs', 'not-theirs'],
    ['partnership lead', partnershipLead, 'not-theirs', undefined, 'not-theirs'],
    ['council', westmarchReviewer, 'not-theirs', 'not-theirs', undefined],
    ['another council', northmoorReviewer, 'not-theirs', 'not-theirs', 'not-theirs'],
  ] as const)(
    'a %s decides its own question alone',
    (...[, caller, ofSender, ofPartnership, ofCouncil]) => {
      expect(refusal(caller)).toBe(ofSender)
      expect(refusal(caller, { review: watched })).toBe(ofPartnership)
      const nobody = verdict('NOBODY')
      expect(refusal(caller, { review: identity, verdict: nobody })).toBe(ofCouncil)
    },
  )

  it('needs the scope', () => {
    expect(refusal({ ...drugServiceLead, scopes: ['reviews.read'] })).toBe('not-theirs')
  })
})

describe('a verdict', () => {
  it.each([
    ['on another version', { expectedVersion: 2 }, 'changed-since-read'],
    ['that the question does not have', { verdict: verdict('NOBODY') }, 'verdict-unfit'],
    ['on a review that the concern no longer waits for', { stored: aStoredConcern() }, 'closed'],
  ] as const)('%s is refused', (...[, change, expected]) => {
    expect(refusal(drugServiceLead, change)).toBe(expected)
  })

  it.each(['DECIDED', 'LAPSED', 'OVERTAKEN'] as const)(
    'on a review that is %s is refused',
    (state) => {
      expect(refusal(drugServiceLead, { review: aReview({ state }) })).toBe('closed')
    },
  )

  it('on a concern that is gone is refused', () => {
    const person = { by: 'drug-service-lead', practitioner: 'W-2' }
    const by = { caller: drugServiceLead, person, expectedVersion: 1, verdict: verdict('HOLD') }
    expect(refusalOf(aReview(), undefined, by)).toBe('closed')
  })

  it.each([
    [[one], undefined],
    [[one, two], undefined],
    [[one, foreign], 'people-not-theirs'],
  ] as const)('names people of the own register only: %j', (ids, expected) => {
    const named = verdict('IDENTIFIED', { ids: [...ids] })
    expect(refusal(westmarchReviewer, { review: identity, verdict: named })).toBe(expected)
  })

  it.each([
    ['identity', 'IDENTIFIED', true, true],
    ['identity', 'IDENTIFIED', false, false],
    ['identity', 'NOBODY', false, true],
    ['identity', 'NOBODY', true, false],
    ['identity', 'HOLD', false, false],
    ['detriment', 'SHARE', false, true],
    ['detriment', 'SHARE', true, false],
    ['watched', 'SHARE', false, false],
  ] as const)('fits %s: %s, naming somebody: %s: %s', (...[kind, answer, names, expected]) => {
    expect(fits({ kind }, verdict(answer, names ? { ids: [one] } : {}))).toBe(expected)
  })
})

describe('whoever sent a concern', () => {
  it.each([
    ['the same person by another sign-in', { practitioner: 'W-2' }, 'own-concern'],
    ['the same person, written otherwise', { practitioner: 'w-2' }, 'own-concern'],
    ['a colleague through another sign-in', { practitioner: 'W-1' }, undefined],
    [
      'a second work id that one system typed',
      { clientId: 'drug-service-lead', practitioner: 'W-1' },
      'own-concern',
    ],
    ['somebody unnamed through another sign-in', {}, undefined],
    ['somebody unnamed through this sign-in', { clientId: 'drug-service-lead' }, 'own-concern'],
  ] as const)('does not decide on it: %s', (...[, submitter, expected]) => {
    expect(refusal(drugServiceLead, { stored: sentBy(submitter) })).toBe(expected)
  })

  it('is taken for one who does not say who they are', () => {
    const person = { by: 'drug-service-lead' }
    const stored = sentBy({ practitioner: 'W-1' })
    expect(refusal(drugServiceLead, { stored, person })).toBe('own-concern')
  })
})
