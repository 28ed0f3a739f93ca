import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { isSettledBy } from '../../../shared/reviews/admit-verdict.ts'
import type { RecordedVerdict } from '../../../shared/reviews/review.ts'
import { aReview } from '../../builders/a-review.ts'

const one = `${westmarch}.A1`
const two = `${westmarch}.A2`

const given = (change: Partial<RecordedVerdict> = {}): RecordedVerdict => ({
  verdict: 'IDENTIFIED',
  ids: [one, two],
  reason: 'Seen with a colleague; this is the same person, known to us.',
  person: { by: 'westmarch-reviewers', practitioner: 'W-1' },
  at: '2026-11-23T10:00:00.000Z',
  ...change,
})
const colleague = { by: 'westmarch-lead', practitioner: 'W-2' }

describe('where two must decide', () => {
  const asked = (proposed?: RecordedVerdict) =>
    aReview({ needsTwo: true, ...(proposed !== undefined && { proposed }) })

  it.each([
    ['the first alone does not', undefined, false],
    ['somebody else with the same verdict does', given({ person: colleague }), true],
    [
      'in whatever order people are named, it does',
      given({ person: colleague, ids: [two, one] }),
      true,
    ],
    ['the same person again does not', given(), false],
    [
      'one system that types two work ids does not',
      given({ person: { by: 'westmarch-reviewers', practitioner: 'W-2' } }),
      false,
    ],
    ['another verdict does not', given({ person: colleague, verdict: 'NOBODY' }), false],
    ['other people named do not', given({ person: colleague, ids: [one] }), false],
  ])('%s settle it', (_, proposed, expected) => {
    expect(isSettledBy(asked(proposed), given())).toBe(expected)
  })

  it('two who name nobody agree', () => {
    const { ids: _, ...nobody } = given({ verdict: 'HOLD' })
    expect(isSettledBy(asked({ ...nobody, person: colleague }), nobody)).toBe(true)
    expect(isSettledBy(asked(given({ verdict: 'HOLD', person: colleague })), nobody)).toBe(false)
  })

  it('one is enough where two need not', () => {
    expect(isSettledBy(aReview(), given())).toBe(true)
  })
})
