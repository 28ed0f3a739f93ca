import { describe, expect, it } from 'vitest'
import { alertContentSchema } from '../../../../shared/alerts/content/alert-content.ts'
import { contentOf } from '../../../../shared/alerts/content/content-of.ts'
import { childIdSchema } from '../../../../shared/kernel/ids.ts'
import { decide } from '../../../../shared/sharing/decide.ts'
import type { Facts } from '../../../../shared/sharing/facts.ts'
import { aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { canariesIn, canaryConcern } from '../../../builders/canary-family.ts'
import { noPastOfConcern } from '../../../builders/no-past.ts'
import { someFacts } from '../../sharing/facts.ts'

const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }

const content = (
  facts: Partial<Facts> = {},
  sent: Parameters<typeof aStoredConcern>[1] = {},
  children = [child],
) => {
  const whole = someFacts(facts)
  return contentOf(aStoredConcern({}, sent), children, {
    decision: decide(whole),
    facts: whole,
    past: noPastOfConcern,
    today: '2026-11-23',
  })
}

describe('banners', () => {
  it.each([
    ['nothing to say', {}, {}, []],
    [
      'immediate danger, not telephoned',
      {},
      { harm: 'H4', phoneCallMade: { made: false } },
      ['PHONE_FIRST'],
    ],
    ['immediate danger, telephoned', {}, { harm: 'H4', phoneCallMade: { made: true } }, []],
    ['a previous removal', { flags: ['PREVIOUS_REMOVAL'] }, {}, ['PREVIOUS_REMOVAL']],
    ['an unborn child', {}, { children: [{ expectedDateOfDelivery: '2027-01-01' }] }, ['UNBORN']],
    ['a child of 23 months', {}, { children: [{ dateOfBirth: '2024-11-24' }] }, ['UNDER_TWO']],
    ['a child of 24 months', {}, { children: [{ dateOfBirth: '2024-11-23' }] }, []],
    ['a newborn', {}, { children: [{ dateOfBirth: '2026-11-23' }] }, ['UNDER_TWO']],
    [
      'a baby beside a child of twelve',
      { childAgeMonths: 144 },
      { children: [{ dateOfBirth: '2014-11-01' }, { dateOfBirth: '2026-01-01' }] },
      ['UNDER_TWO'],
    ],
    ['an unknown age', {}, { children: [{}] }, []],
    ['no word on consent', { consent: null }, {}, ['CONSENT_INCOMPLETE']],
    ['not sought, without a reason', { consent: 'NOT_SOUGHT' }, {}, ['CONSENT_INCOMPLETE']],
    ['not sought, for a reason', { consent: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' }, {}, []],
  ] as const)('say %s', (...[, facts, sent, expected]) => {
    expect(content(facts as Partial<Facts>, sent as object).banners).toEqual(expected)
  })

  it('say that nobody is identified', () => {
    expect(content({ match: 'NONE' }, {}, []).banners).toEqual(['UNMATCHED'])
  })
})

describe('the content before redaction', () => {
  it('holds every word of the concern that an alert has a field for', () => {
    const { subject, children, ...sent } = canaryConcern()
    const found = canariesIn(content({}, { subject, children, ...sent }))
    expect(found).toEqual(
      expect.arrayContaining([
        'given',
        'alias',
        'street',
        'otherStreet',
        'phone',
        'email',
        'nhsNumber',
        'reason',
        'fact',
        'reported',
        'protective',
        'childView',
        'parentView',
        'location',
        'confidential',
        'confidentialWhy',
        'referrer',
        'workBase',
        'outOfHours',
        'safeNumber',
        'times',
        'notSafe',
      ]),
    )
  })

  it('is what its schema says, with nothing undefined', () => {
    const whole = content({}, canaryConcern())
    expect(alertContentSchema.parse(whole)).toStrictEqual(whole)
    const plain = content()
    expect(alertContentSchema.parse(plain)).toStrictEqual(plain)
  })

  it('keeps the kind of every line of narrative', () => {
    expect(content({}, canaryConcern()).narrative?.map(({ kind }) => kind)).toEqual([
      'FACT',
      'REPORTED',
    ])
  })

  it('names the agency by the client’s registration, not by what was sent', () => {
    expect(content().referrer.agencyName).toBe('Turning Tide')
  })
})
