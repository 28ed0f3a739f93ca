import { describe, expect, it } from 'vitest'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { article9Of, basisOf } from '../../../shared/sharing/basis.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { commencement, isInForce } from '../../../shared/sharing/policy.ts'
import { situationOf } from '../../../shared/sharing/situation.ts'
import { someFacts } from './facts.ts'

const basis = (change: Partial<Facts>) => basisOf(situationOf(someFacts(change)))
const noDuty = { dutyInForce: false } as const
const charity = { body: 'OTHER' } as const
const recognised = { recognisedLegitimateInterestInForce: true } as const
const s11 = 'Children Act 2004, s.11'

describe('the power on which a body shares', () => {
  it.each([
    ['H0', ['6(1)(e)'], [s11]],
    ['H1', ['6(1)(e)'], [s11]],
    ['H2', ['6(1)(e)'], [s11, 'Children Act 1989, s.17']],
    ['H3', ['6(1)(e)'], [s11, 'Children Act 1989, s.47']],
    ['H4', ['6(1)(e)', '6(1)(d)'], [s11, 'Children Act 1989, s.47']],
  ] as const)('goes before the duty by the harm: %s', (harm, article6, statute) => {
    expect(basis({ ...noDuty, harm })).toMatchObject({ article6, statute })
  })

  it.each<[string, Partial<Facts>, readonly string[], readonly string[]]>([
    ['the duty', {}, ['6(1)(c)'], ['Children Act 2004, s.16LA']],
    [
      'the duty, and vital interests in immediate danger',
      { harm: 'H4' },
      ['6(1)(c)', '6(1)(d)'],
      ['Children Act 2004, s.16LA'],
    ],
    ['a legitimate interest of a charity', charity, ['6(1)(f)'], []],
    ['that interest where the duty binds others', { ...charity, ...noDuty }, ['6(1)(f)'], []],
    ['the recognised one once it is law', { ...charity, ...recognised }, ['6(1)(ea)'], []],
    [
      'no such interest of a body under the duty',
      recognised,
      ['6(1)(c)'],
      ['Children Act 2004, s.16LA'],
    ],
    [
      'vital interests beside it in immediate danger',
      { ...charity, harm: 'H4' },
      ['6(1)(f)', '6(1)(d)'],
      [],
    ],
  ])('is %s', (...[, change, article6, statute]) => {
    expect(basis(change)).toMatchObject({ article6, statute })
  })

  it('is that of the level after the raises', () => {
    const facts = someFacts({ ...noDuty, harm: 'H1', flags: ['UNBORN', 'DA'] })
    expect(decide(facts).basis.statute).toEqual([s11, 'Children Act 1989, s.17'])
  })
})

describe('the condition of Schedule 1', () => {
  const condition = (consent: Facts['consent'], whyNotSought: Facts['whyNotSought'], more = {}) =>
    basis({ consent, whyNotSought, ...more }).schedule1

  it.each(
    (
      [
        ['CANNOT_BE_GIVEN', 'para-18-2-a'],
        ['NOT_REASONABLY_OBTAINABLE', 'para-18-2-b'],
        ['DELAY_HARMS', 'para-18-2-b'],
        ['RISK_TO_CHILD', 'para-18-2-c'],
        ['RISK_TO_ANOTHER', 'para-18-2-c'],
        ['PREJUDICES_INVESTIGATION', 'para-18-2-c'],
      ] as const
    ).flatMap(([reason, expected]) =>
      (['GIVEN', 'REFUSED', 'WITHDRAWN', 'NOT_SOUGHT', null] as const).map(
        (consent) => [reason, consent, expected] as const,
      ),
    ),
  )(
    'is open by paragraph 18 for %s, whatever became of consent: %s',
    (reason, consent, expected) => {
      expect(condition(consent, reason)).toBe(expected)
      expect(condition(consent, reason, noDuty)).toBe(expected)
      expect(condition(consent, reason, charity)).toBe(expected)
    },
  )

  it('is open by paragraph 18 for want of capacity', () => {
    expect(condition('LACKS_CAPACITY', null)).toBe('para-18-2-a')
    expect(condition('LACKS_CAPACITY', 'NO_REASON')).toBe('para-18-2-a')
    expect(condition('LACKS_CAPACITY', 'DELAY_HARMS', charity)).toBe('para-18-2-a')
  })

  it.each([
    ['GIVEN', null],
    ['REFUSED', null],
    ['WITHDRAWN', 'NO_REASON'],
    ['NOT_SOUGHT', 'NO_REASON'],
    ['NOT_SOUGHT', null],
    [null, null],
  ] as const)('is that of the kind of body after %s with %s', (consent, reason) => {
    expect(condition(consent, reason)).toBe('para-2')
    expect(condition(consent, reason, noDuty)).toBe('para-2')
    expect(condition(consent, reason, charity)).toBe('para-6')
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

describe('criminal-offence data', () => {
  it('is told by an alleged perpetrator, and by no other role', () => {
    const of = (subjectRole: Facts['subjectRole']) => basis({ subjectRole }).article10
    expect(of('ALLEGED_PERPETRATOR')).toBe('DPA 2018 s.10(5), para-2')
    expect([of('VICTIM'), of('UNKNOWN'), of(null)]).toEqual([null, null, null])
  })

  it('is told by six factors', () => {
    const codes = factorCodes.filter((code) => basis({ factors: ['1A', code] }).article10 !== null)
    expect(codes).toEqual(['12A', '13A', '18C', '19C', '22A', '24A'])
  })

  it('rests on the same condition as the rest', () => {
    const factors: Facts['factors'] = ['18C']
    expect(basis({ ...charity, factors }).article10).toBe('DPA 2018 s.10(5), para-6')
    expect(basis({ factors, whyNotSought: 'DELAY_HARMS' }).article10).toBe(
      'DPA 2018 s.10(5), para-18-2-b',
    )
  })
})

describe('the duty of confidence', () => {
  it.each<[Partial<Facts>, string]>([
    [{}, 'consent'],
    [noDuty, 'consent'],
    [{ consent: 'REFUSED' }, 'duty'],
    [{ consent: null, harm: 'H4' }, 'duty'],
    [{ consent: 'REFUSED', ...noDuty }, 'public-interest'],
    [{ consent: 'LACKS_CAPACITY', ...charity }, 'public-interest'],
  ])('of %j is lifted by %s', (change, expected) => {
    expect(basis(change).confidence).toBe(expected)
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
