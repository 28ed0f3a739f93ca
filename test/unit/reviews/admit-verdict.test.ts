import { describe, expect, it } from 'vitest'
import type { Caller } from '../../../shared/agencies/access.ts'
import { adultIdSchema } from '../../../shared/kernel/ids.ts'
import { onTrialGuard } from '../../../shared/matching/trial.ts'
import { isSettledBy, refusalOf } from '../../../shared/reviews/admit-verdict.ts'
import type { Verdict } from '../../../shared/reviews/questions.ts'
import { fits, givenVerdictSchema, type RecordedVerdict } from '../../../shared/reviews/review.ts'
import { trialAnswerOf } from '../../../shared/reviews/trial-answer.ts'
import { aReview } from '../../builders/a-review.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'

const [one, two] = ['E06000991.A1', 'E06000991.A2'].map((id) => adultIdSchema.parse(id))
const ids = (...some: (typeof one)[]) => some.flatMap((id) => id ?? [])
const foreign = adultIdSchema.parse('E08000992.A1')
const caller: Caller = {
  clientId: 'westmarch',
  role: 'social-worker',
  scopes: ['reviews.write'],
  agency: 'westmarch',
  agencyName: 'Westmarch',
  authority: 'E06000991',
}
const identity = aReview({ kind: 'identity', rule: 'R8' })
const verdict = (code: Verdict, more = {}) => givenVerdictSchema.parse(aVerdict(code, more))
const { reviewId } = aReview()

const refusal = (
  change: Partial<Parameters<typeof refusalOf>[2]> = {},
  { review = aReview(), stored = aStoredConcern({ reviewId }) } = {},
) => refusalOf(review, stored, { caller, expectedVersion: 1, verdict: verdict('HOLD'), ...change })

describe('a verdict', () => {
  it('is taken from the authority that was asked', () => {
    expect(refusal()).toBeUndefined()
  })

  it.each([
    ['of another authority', { caller: { ...caller, authority: 'E08000992' } }, 'not-theirs'],
    ['on another version', { expectedVersion: 2 }, 'changed-since-read'],
    ['that the question does not have', { verdict: verdict('SHARE') }, 'verdict-unfit'],
    [
      'of the agency that sent the concern',
      { caller: { ...caller, agency: 'turning-tide' } },
      'own-agency',
    ],
  ] as const)('%s is refused', (...[, change, expected]) => {
    expect(refusal(change)).toBe(expected)
  })

  it('on what is for the lead needs the lead’s scope', () => {
    const review = aReview({ forLead: true })
    expect(refusal({}, { review })).toBe('for-lead')
    const lead: Caller = { ...caller, scopes: ['reviews.lead'] }
    expect(refusal({ caller: lead }, { review })).toBeUndefined()
  })

  it.each(['DECIDED', 'LAPSED', 'OVERTAKEN'] as const)(
    'on a review that is %s is refused',
    (state) => {
      expect(refusal({}, { review: aReview({ state }) })).toBe('closed')
    },
  )

  it('on a review that the concern no longer waits for is refused', () => {
    expect(refusal({}, { stored: aStoredConcern() })).toBe('closed')
    expect(
      refusalOf(aReview(), undefined, { caller, expectedVersion: 1, verdict: verdict('HOLD') }),
    ).toBe('closed')
  })

  it.each([
    [[one], undefined],
    [[one, foreign], 'verdict-unfit'],
  ] as const)('names adults of the own register only', (adultIds, expected) => {
    const named = verdict('IDENTIFIED', { adultIds: ids(...adultIds) })
    expect(refusal({ verdict: named }, { review: identity })).toBe(expected)
  })

  it.each([
    ['identity', 'IDENTIFIED', true, true],
    ['identity', 'IDENTIFIED', false, false],
    ['identity', 'NOT_IDENTIFIED', false, true],
    ['identity', 'NOT_IDENTIFIED', true, false],
    ['identity', 'HOLD', false, false],
    ['detriment', 'SHARE', false, true],
    ['detriment', 'SHARE', true, false],
  ] as const)('fits %s: %s, naming somebody: %s: %s', (...[kind, answer, names, expected]) => {
    const given = verdict(answer, names ? { adultIds: ids(one) } : {})
    expect(fits({ kind }, given)).toBe(expected)
  })
})

const given = (change: Partial<RecordedVerdict> = {}): RecordedVerdict => ({
  verdict: 'IDENTIFIED',
  adultIds: ids(one, two),
  reason: 'Seen with a colleague; this is the same person, known to us.',
  by: 'westmarch/W-1',
  at: '2026-11-23T10:00:00.000Z',
  ...change,
})

describe('where two must decide', () => {
  const asked = (proposed?: RecordedVerdict) =>
    aReview({ needsTwo: true, ...(proposed !== undefined && { proposed }) })

  it.each([
    ['the first alone does not', undefined, false],
    ['somebody else with the same verdict does', given({ by: 'westmarch/W-2' }), true],
    [
      'in whatever order the adults are named',
      given({ by: 'westmarch/W-2', adultIds: ids(two, one) }),
      true,
    ],
    ['the same person again does not', given(), false],
    ['another verdict does not', given({ by: 'westmarch/W-2', verdict: 'NOT_IDENTIFIED' }), false],
    ['other adults do not', given({ by: 'westmarch/W-2', adultIds: ids(one) }), false],
  ])('%s settle it', (_, proposed, expected) => {
    expect(isSettledBy(asked(proposed), given())).toBe(expected)
  })

  it('two who name nobody agree', () => {
    const { adultIds: _, ...nobody } = given({ verdict: 'HOLD' })
    expect(isSettledBy(asked({ ...nobody, by: 'westmarch/W-2' }), nobody)).toBe(true)
    expect(isSettledBy(asked(given({ verdict: 'HOLD', by: 'westmarch/W-2' })), nobody)).toBe(false)
  })

  it('one is enough where two need not', () => {
    expect(isSettledBy(aReview(), given())).toBe(true)
  })
})

describe('the trial of a model', () => {
  const candidate = (id: string, guards: string[]) => ({
    id,
    weight: 1,
    posterior: 0.9,
    guards,
    explanation: [],
  })
  const match = {
    band: 'POSSIBLE' as const,
    incomplete: false,
    modelVersion: 'model-1',
    confirmed: [],
    candidates: [
      candidate('E06000991.A9', []),
      candidate('E06000991.A1', [onTrialGuard]),
      candidate('E08000992.A1', [onTrialGuard]),
    ],
  }

  it.each([
    ['counts the best entry named', identity, ids(two, one), true],
    ['counts another named as refuted', identity, ids(two), false],
    ['counts nobody named as refuted', identity, undefined, false],
  ] as const)('%s', (...[, review, adultIds, isConfirmed]) => {
    const answer = given(adultIds === undefined ? {} : { adultIds: [...adultIds] })
    const { adultIds: _, ...without } = answer
    expect(trialAnswerOf(match, review, adultIds === undefined ? without : answer)).toEqual({
      modelVersion: 'model-1',
      isConfirmed,
    })
  })

  it.each([
    ['of another kind', match, aReview()],
    ['with another register', match, { ...identity, authority: 'E08000992' as const }],
    ['of no match on trial', { ...match, candidates: match.candidates.slice(0, 1) }, identity],
  ])('does not count a review %s', (_, record, review) => {
    expect(trialAnswerOf(record, review, given())).toBeUndefined()
  })
})
