import { describe, expect, it } from 'vitest'
import { article9Of, basisOf } from '../../../shared/sharing/basis.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { commencement, isInForce } from '../../../shared/sharing/policy.ts'
import { situationOf } from '../../../shared/sharing/situation.ts'
import { someFacts } from './facts.ts'

const basis = (change: Partial<Facts>) => basisOf(situationOf(someFacts(change)))
const noDuty = { dutyInForce: false } as const
const charity = { body: 'OTHER' } as const
const s11 = 'Children Act 2004, s.11'

describe('the power on which a body shares', () => {
  it.each([
    ['H0', ['6(1)(e)'], [s11]],
    ['H1', ['6(1)(e)'], [s11]],
    ['H2', ['6(1)(e)'], [s11, 'Children Act 1989, s.17']],
    ['H3', ['6(1)(e)'], [s11, 'Children Act 1989, s.47']],
    ['H4', ['6(1)(e)', '6(1)(d)'], [s11, 'Children Act 1989, s.47']],
  ] as const)('goes before the duty by the harm: %s', (harm, article6, statute) => {
    expect(basis({ ...noDuty, harm })).toEqual({ article6, schedule1: 'para-2', statute })
  })

  it.each<[string, Partial<Facts>, readonly string[], string, readonly string[]]>([
    ['the duty', {}, ['6(1)(c)'], 'para-6', ['Children Act 2004, s.16LA']],
    [
      'the duty, and vital interests in immediate danger',
      { harm: 'H4' },
      ['6(1)(c)', '6(1)(d)'],
      'para-6',
      ['Children Act 2004, s.16LA'],
    ],
    ['a legitimate interest of a charity', charity, ['6(1)(f)'], 'para-2', []],
    [
      'the recognised one once it is law',
      { ...charity, recognisedLegitimateInterestInForce: true },
      ['6(1)(ea)'],
      'para-2',
      [],
    ],
    [
      'vital interests beside it in immediate danger',
      { ...charity, harm: 'H4' },
      ['6(1)(f)', '6(1)(d)'],
      'para-2',
      [],
    ],
  ])('is %s', (...[, change, article6, schedule1, statute]) => {
    expect(basis(change)).toEqual({ article6, schedule1, statute })
  })
})

describe('the condition of Schedule 1', () => {
  const condition = (consent: Facts['consent'], whyNotSought: Facts['whyNotSought'], more = {}) =>
    basis({ consent, whyNotSought, ...more }).schedule1

  it.each([
    ['CANNOT_BE_GIVEN', 'para-18-2-a'],
    ['NOT_REASONABLY_OBTAINABLE', 'para-18-2-b'],
    ['DELAY_HARMS', 'para-18-2-b'],
    ['RISK_TO_CHILD', 'para-18-2-c'],
    ['RISK_TO_ANOTHER', 'para-18-2-c'],
    ['PREJUDICES_INVESTIGATION', 'para-18-2-c'],
  ] as const)('is open by paragraph 18 to who could not ask: %s', (reason, expected) => {
    expect(condition('NOT_SOUGHT', reason)).toBe(expected)
    expect(condition('NOT_SOUGHT', reason, noDuty)).toBe(expected)
  })

  it('is open by paragraph 18 for want of capacity', () => {
    expect(condition('LACKS_CAPACITY', null)).toBe('para-18-2-a')
    expect(condition('LACKS_CAPACITY', 'DELAY_HARMS', noDuty)).toBe('para-18-2-a')
  })

  it.each([
    ['GIVEN', null],
    ['GIVEN', 'RISK_TO_CHILD'],
    ['REFUSED', null],
    ['REFUSED', 'DELAY_HARMS'],
    ['WITHDRAWN', 'CANNOT_BE_GIVEN'],
    ['NOT_SOUGHT', 'NO_REASON'],
    ['NOT_SOUGHT', null],
    [null, 'RISK_TO_CHILD'],
  ] as const)('is not that one after %s with %s', (consent, reason) => {
    expect(condition(consent, reason)).toBe('para-6')
    expect(condition(consent, reason, noDuty)).toBe('para-2')
  })

  it('goes with one of article 9', () => {
    expect(article9Of).toEqual({
      'para-2': '9(2)(h)',
      'para-6': '9(2)(g)',
      'para-18-2-a': '9(2)(g)',
      'para-18-2-b': '9(2)(g)',
      'para-18-2-c': '9(2)(g)',
    })
  })
})

describe('a law', () => {
  it('binds from the day it begins', () => {
    expect(isInForce(commencement.dutyToShare, '2026-09-29')).toBe(false)
    expect(isInForce(commencement.dutyToShare, '2026-09-30')).toBe(true)
    expect(isInForce(commencement.dutyToShare, '2026-10-01')).toBe(true)
  })

  it('that is not known to have begun binds on no day', () => {
    expect(isInForce(commencement.recognisedLegitimateInterest, '2027-01-01')).toBe(false)
  })
})
