import { describe, expect, it } from 'vitest'
import { priorityOf } from '../../../../shared/alerts/content/priority.ts'
import { type CareRule, careOf } from '../../../../shared/alerts/content/special-care.ts'
import { harmLevels } from '../../../../shared/codes/harm-levels.ts'
import { stageOf } from '../../../../shared/people/stage.ts'
import type { Facts } from '../../../../shared/sharing/facts.ts'
import type { aConcern } from '../../../builders/a-concern.ts'
import { aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { someFacts } from '../../sharing/facts.ts'

type Birth = Parameters<typeof stageOf>[0]
type Sent = Partial<ReturnType<typeof aConcern>>
const today = '2026-11-23'
const unnamed: Sent = { children: [], whyChildrenUnknown: 'Not said.' }

const care = (
  sent: Sent,
  facts: Partial<Facts> = {},
  births: readonly Birth[] = [],
): CareRule[] => {
  const { concern } = aStoredConcern({}, { ...unnamed, ...sent })
  return careOf(concern, someFacts({ factors: concern.factors, ...facts }), {
    known: births.map((birth) => stageOf(birth, today)),
    today,
  })
}
const abuse = (childPresent: 'SAW' | 'HEARD' | 'PRESENT' | 'NOT_PRESENT' | 'UNKNOWN') =>
  ({ childPresent }) as const

describe('F5, a previous removal', () => {
  it.each([
    ['the sender says so', { flags: ['PREVIOUS_REMOVAL'] }],
    ['the register does', { knownRemoval: true }],
  ] as const)('is told by its rule where %s', (_, facts) => {
    expect(care({}, facts as Partial<Facts>)).toEqual(['F5-PREVIOUS_REMOVAL'])
  })
})

describe('F8, under two and unborn', () => {
  it.each([
    ['born today', { dateOfBirth: '2026-11-23' }, ['F8-UNDER_TWO']],
    ['of 23 months', { dateOfBirth: '2024-11-24' }, ['F8-UNDER_TWO']],
    ['of 24 months', { dateOfBirth: '2024-11-23' }, []],
    ['expected', { expectedDateOfDelivery: '2027-01-01' }, ['F8-UNBORN']],
    ['expected six weeks ago to the day', { expectedDateOfDelivery: '2026-10-12' }, ['F8-UNBORN']],
    [
      'expected longer ago, and no birth recorded',
      { expectedDateOfDelivery: '2026-10-11' },
      ['F8-UNBORN', 'F8-BIRTH_UPDATE_DUE'],
    ],
  ] as const)('holds for a child of the register %s', (...[, birth, expected]) => {
    expect(care({}, {}, [birth])).toEqual(expected)
  })

  it('asks no birth update of a referrer’s own words: the register is the authority’s', () => {
    expect(care({ children: [{ expectedDateOfDelivery: '2026-09-01' }] })).toEqual(['F8-UNBORN'])
  })
})

describe('F9, a child who lived through domestic abuse', () => {
  it.each([
    ['3B', 'SAW', {}, true],
    ['3B', 'HEARD', {}, true],
    ['3B', 'PRESENT', {}, true],
    ['3B', 'NOT_PRESENT', {}, false],
    ['3B', 'UNKNOWN', {}, false],
    ['3C', 'SAW', {}, true],
    ['3C', 'SAW', { relationshipToChild: 'OTHER' }, false],
    ['3C', 'SAW', { relationshipToChild: 'OTHER', parentalResponsibility: 'YES' }, true],
    ['3B', 'SAW', { relationshipToChild: 'UNKNOWN' }, true],
    ['2B', 'SAW', {}, false],
  ] as const)('%s, %s: %j is a victim: %s', (...[factor, childPresent, change, isVictim]) => {
    const { subject } = aStoredConcern().concern
    const sent: Sent = {
      factors: [factor],
      domesticAbuse: abuse(childPresent),
      subject: { ...subject, ...change },
    }
    expect(care(sent).includes('F9-CHILD_IS_VICTIM')).toBe(isVictim)
  })
})

describe('F10, adolescents', () => {
  it.each([
    ['2016-11-23', ['16A'], true],
    ['2016-11-24', ['16A'], false],
    ['2010-11-24', ['2B'], true],
    ['2010-11-23', ['2B'], false],
    ['2014-01-01', ['20'], false],
  ] as const)('born %s, with %j, asks about neglect: %s', (...[dateOfBirth, factors, asks]) => {
    expect(care({ factors: [...factors] }, {}, [{ dateOfBirth }])).toEqual(
      asks ? ['F10-ASK_ABOUT_NEGLECT'] : [],
    )
  })
})

describe('F17, neglect without an incident', () => {
  it('is told as going on, since when it does', () => {
    expect(care({ ongoingSince: '2025-01-01' })).toEqual(['F17-ONGOING'])
  })
})

describe('the priority of an alert', () => {
  it('follows harm, and is amber at least for the youngest', () => {
    expect(harmLevels.map((harm) => priorityOf({ harm, care: [], hasAccumulated: false }))).toEqual(
      ['green', 'green', 'amber', 'red', 'red'],
    )
    for (const rule of ['F8-UNDER_TWO', 'F8-UNBORN', 'F8-BIRTH_UPDATE_DUE'] as const)
      expect(
        harmLevels.map((harm) => priorityOf({ harm, care: [rule], hasAccumulated: false })),
      ).toEqual(['amber', 'amber', 'amber', 'red', 'red'])
    const others = [
      'F5-PREVIOUS_REMOVAL',
      'F9-CHILD_IS_VICTIM',
      'F10-ASK_ABOUT_NEGLECT',
      'F17-ONGOING',
    ] as const
    expect(priorityOf({ harm: 'H1', care: others, hasAccumulated: false })).toBe('green')
  })

  it('is red where concerns have accumulated', () => {
    for (const harm of harmLevels)
      expect(priorityOf({ harm, care: [], hasAccumulated: true })).toBe('red')
  })
})
