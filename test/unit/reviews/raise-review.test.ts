import { describe, expect, it } from 'vitest'
import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { endOpenReview } from '../../../shared/reviews/end-open-review.ts'
import { raiseReview } from '../../../shared/reviews/raise-review.ts'
import { isOpen, nextVersion, reviewStates } from '../../../shared/reviews/review.ts'
import { aReview } from '../../builders/a-review.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
const raise = (
  assessment: ReturnType<typeof anAssessment>,
  { stored = aStoredConcern(), forLead = false } = {},
) => {
  const review = raiseReview(stored, assessment, { now, newId: () => anId(3), forLead })
  if (review === undefined) throw new Error('nobody is asked')
  return review
}

const childOf = (authority: AuthorityCode) => ({
  childId: childIdSchema.parse(`${authority}.C1`),
  relationship: 'MOTHER',
  authority,
})
const candidate = (id: string, settled?: 'same' | 'other') => ({
  id,
  weight: 1,
  posterior: 0.5,
  guards: [],
  explanation: [],
  ...(settled !== undefined && { settled }),
})

describe('a review', () => {
  it('is, whole, the question of the rule that decided', () => {
    const stored = aStoredConcern({ waitingUntil: '2026-11-24T23:59:59.999Z' })
    expect(raise(anAssessment({ consent: 'REFUSED' }), { stored })).toStrictEqual(aReview())
  })

  it('is none where the stated authority is no member and nobody else is concerned', () => {
    const { concern } = aStoredConcern()
    const stored = aStoredConcern({ concern: { ...concern, authority: 'E08000035' } })
    const context = { now, newId: () => anId(3), forLead: false }
    const assessment = { ...anAssessment({ consent: 'REFUSED' }), matched: [] }
    expect(raiseReview(stored, assessment, context)).toBeUndefined()
  })

  it('is due at once where the concern waits for no moment', () => {
    expect(raise(anAssessment({ consent: 'REFUSED' })).dueAt).toBe('2026-11-23T09:00:00.000Z')
  })

  it('is at the level of harm after the raises', () => {
    const assessment = anAssessment({
      flags: ['DETRIMENT_CLAIMED'],
      accumulationFires: true,
    })
    expect(raise(assessment).harm).toBe('H3')
  })

  it.each([
    ['one passed over', { consent: 'REFUSED' }, true, true],
    ['one without an agreement', { agreementInForce: false }, false, true],
    ['another', { consent: 'REFUSED' }, false, false],
  ] as const)('is for the lead: %s', (...[, facts, forLead, expected]) => {
    expect(raise(anAssessment(facts), { forLead }).forLead).toBe(expected)
  })

  it.each(concernFlagNames)('of a concern with %s needs two people as the table says', (flag) => {
    const needsTwo = ['STAFF_CONFLICT', 'RESTRICTED_ADDRESS', 'ADOPTED'].includes(flag)
    const { facts, ...rest } = anAssessment({ consent: 'REFUSED' })
    expect(raise({ ...rest, facts: { ...facts, flags: [flag] } }).needsTwo).toBe(needsTwo)
  })

  it('needs two where one flag of several asks for it', () => {
    const { facts, ...rest } = anAssessment({ consent: 'REFUSED' })
    expect(raise({ ...rest, facts: { ...facts, flags: ['DA', 'ADOPTED'] } }).needsTwo).toBe(true)
  })
})

describe('the authority that is asked', () => {
  const asked = (facts: object, change: object) => raise(anAssessment(facts, change)).authority
  const match = (...candidates: ReturnType<typeof candidate>[]) => ({
    match: { ...anAssessment({ match: 'POSSIBLE' }).match, candidates },
  })

  it.each([
    [
      'that of the best candidate',
      [candidate('E08000992.A1'), candidate('E06000991.A1')],
      'E08000992',
    ],
    [
      'that of the best whom nobody has settled',
      [candidate('E08000992.A1', 'other'), candidate('E10000993.A1')],
      'E10000993',
    ],
    ['the stated one where there is none', [], 'E06000991'],
    ['the stated one where it is not served', [candidate('E09999999.A1')], 'E06000991'],
  ] as const)('who somebody is, is %s', (...[, candidates, expected]) => {
    expect(asked({ match: 'POSSIBLE' }, match(...candidates))).toBe(expected)
  })

  it.each([
    ['the stated one among others', ['E08000992', 'E06000991'], 'E06000991'],
    ['that of the first child otherwise', ['E08000992', 'E10000993'], 'E08000992'],
    ['the stated one where no child is known', [], 'E06000991'],
  ] as const)('what may be disclosed, is %s', (...[, authorities, expected]) => {
    const matched = authorities.map(childOf)
    expect(asked({ consent: 'REFUSED' }, { matched, ...match(candidate('E10000993.A1')) })).toBe(
      expected,
    )
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

  it('is ended by what nobody asked the reviewer', async () => {
    const review = aReview()
    const read = (reviewId: string) =>
      Promise.resolve(reviewId === review.reviewId ? review : undefined)
    const { reviewId } = review
    expect(await endOpenReview({ reviewId }, 'OVERTAKEN', read)).toEqual(
      aReview({ version: 2, state: 'OVERTAKEN' }),
    )
    expect(await endOpenReview({}, 'LAPSED', read)).toBeUndefined()
    expect(
      await endOpenReview({ reviewId }, 'LAPSED', () => Promise.resolve(undefined)),
    ).toBeUndefined()
  })
})
