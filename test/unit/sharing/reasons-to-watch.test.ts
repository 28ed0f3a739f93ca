import { describe, expect, it } from 'vitest'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { openStatusNames } from '../../../shared/codes/open-statuses.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { reasonsToWatch } from '../../../shared/sharing/reasons-to-watch.ts'
import { situationOf } from '../../../shared/sharing/situation.ts'
import { someFacts } from './facts.ts'

const isWatched = (change: Partial<Facts>) => situationOf(someFacts(change)).isWatched
const reasonsFor = (change: Partial<Facts>) =>
  reasonsToWatch.filter(({ holds }) => holds(someFacts(change)))

describe('a watched case', () => {
  it.each<[string, Partial<Facts>]>([
    ['an unborn child', { youngestMonths: -1 }],
    ['a newborn', { youngestMonths: 0 }],
    ['one who is two next month', { youngestMonths: 23 }],
    ['a combination', { combination: true }],
    ['the third notice in three months', { threeInThree: true }],
    ['a previous removal that is known', { knownRemoval: true }],
    ['a previous removal that was told of', { flags: ['DA', 'PREVIOUS_REMOVAL'] }],
    ['a family closed within the year', { underWatch: true }],
    ['high risk of domestic abuse', { highRisk: true }],
    ['a case for MARAC', { flags: ['MARAC'] }],
    ['a child in need', { openStatus: 'IN_NEED' }],
    ['a neglected adolescent', { anyAdolescent: true, factors: ['16A'] }],
    ['an adolescent whose parent is ill', { anyAdolescent: true, factors: ['20', '4B'] }],
  ])('is %s, and that alone is enough', (_who, change) => {
    expect(reasonsFor(change)).toHaveLength(1)
    expect(isWatched(change)).toBe(true)
  })

  it.each<[string, Partial<Facts>]>([
    ['any family', {}],
    ['a child who is two', { youngestMonths: 24 }],
    ['one whose age is unknown', { youngestMonths: null }],
    ['any adolescent', { anyAdolescent: true, factors: ['1A', '17A'] }],
    ['neglect of a child who is none', { youngestMonths: 119, factors: ['16A'] }],
    ['an age of ten that nobody called adolescent', { youngestMonths: 130, factors: ['16A'] }],
    ['a protected household', { protectedHousehold: true }],
    ['domestic abuse', { flags: ['DA'], factors: ['3B'], subjectRole: 'VICTIM' }],
    ['pregnancy, where no age says so', { flags: ['UNBORN'], youngestMonths: null }],
  ])('is not %s', (_who, change) => {
    expect(reasonsFor(change)).toEqual([])
    expect(isWatched(change)).toBe(false)
  })

  it('is so by two flags, one status and ten factors', () => {
    expect(concernFlagNames.filter((flag) => isWatched({ flags: [flag] }))).toEqual([
      'MARAC',
      'PREVIOUS_REMOVAL',
    ])
    expect(openStatusNames.filter((openStatus) => isWatched({ openStatus }))).toEqual(['IN_NEED'])
    expect(
      factorCodes.filter((code) => isWatched({ anyAdolescent: true, factors: [code] })),
    ).toEqual(factorCodes.filter((code) => code === '16A' || code.endsWith('B')))
  })

  it('is explained in words that differ', () => {
    expect(new Set(reasonsToWatch.map(({ when }) => when)).size).toBe(reasonsToWatch.length)
    expect(reasonsToWatch.every(({ when }) => when !== '')).toBe(true)
  })
})

describe('a planned child', () => {
  it('is on a protection plan, looked after or in proceedings', () => {
    const planned = openStatusNames.filter(
      (openStatus) => situationOf(someFacts({ openStatus })).isPlanned,
    )
    expect(planned).toEqual(['PROTECTION_PLAN', 'LOOKED_AFTER', 'PROCEEDINGS'])
    expect(situationOf(someFacts({ openStatus: null })).isPlanned).toBe(false)
  })
})

describe('the duty', () => {
  it.each([
    ['DUTY', true, true],
    ['DUTY', false, false],
    ['OTHER', true, false],
    ['OTHER', false, false],
  ] as const)('binds a body of kind %s, in force %s: %s', (body, dutyInForce, expected) => {
    expect(situationOf(someFacts({ body, dutyInForce })).hasDuty).toBe(expected)
  })
})
