import { describe, expect, it } from 'vitest'
import { isAdolescent, isUnderTwo } from '../../../shared/codes/ages.ts'
import { levelAbove } from '../../../shared/codes/challenge-levels.ts'
import { chaseLadder, isLadderUsedUp, toldAfter } from '../../../shared/codes/chase-steps.ts'
import { concernFlagNames, concernFlags } from '../../../shared/codes/concern-flags.ts'
import { consentStatuses, consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { isDomesticAbuse } from '../../../shared/codes/domestic-abuse.ts'
import {
  areWatchedInAdolescence,
  domainNames,
  domainsOf,
  factorCodes,
  factors,
} from '../../../shared/codes/factors.ts'
import { harmLevels, isAtLeast } from '../../../shared/codes/harm-levels.ts'
import { openStatuses, openStatusNames } from '../../../shared/codes/open-statuses.ts'
import { whyNotSought, whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'

describe('levels of harm', () => {
  it.each(
    harmLevels.flatMap((one, at) =>
      harmLevels.map((other, its) => [one, other, at >= its] as const),
    ),
  )('%s is at least %s: %s', (one, other, expected) => {
    expect(isAtLeast(one, other)).toBe(expected)
  })
})

describe('what follows from a factor', () => {
  const having = (holds: (row: (typeof factors)[keyof typeof factors]) => boolean) =>
    factorCodes.filter((code) => holds(factors[code]))

  it.each([
    ['substance-misuse', ['1A', '1B', '1C', '2A', '2B', '2C']],
    ['domestic-abuse', ['3A', '3B', '3C']],
    ['mental-health', ['4A', '4B', '4C']],
    ['learning-disability', ['5A', '5B', '5C']],
  ] as const)('%s is of %j', (domain, codes) => {
    expect(having((row) => row.domain === domain)).toEqual(codes)
    for (const code of codes) expect(domainsOf([code])).toEqual([domain])
  })

  it('knows four domains', () => {
    expect(new Set(factorCodes.map((code) => factors[code].domain))).toEqual(
      new Set([null, ...domainNames]),
    )
  })

  it('a child of ten to fifteen is watched for neglect and for every code that ends in B', () => {
    const watched = factorCodes.filter((code) => code === '16A' || code.endsWith('B'))
    expect(watched).toHaveLength(10)
    expect(factorCodes.filter((code) => areWatchedInAdolescence([code]))).toEqual(watched)
    expect(areWatchedInAdolescence([])).toBe(false)
    expect(areWatchedInAdolescence(['1A', '16A'])).toBe(true)
  })

  it('only "none identified" stands alone', () => {
    expect(having((row) => row.standsAlone)).toEqual(['21'])
  })

  it('a child is a victim of abuse of the parent always, of another only where related', () => {
    expect(having((row) => row.childIsVictim === 'always')).toEqual(['3B'])
    expect(having((row) => row.childIsVictim === 'if-related')).toEqual(['3C'])
  })
})

describe('what follows from a flag', () => {
  it.each([
    ['isDomesticAbuse', ['DA', 'MARAC']],
    ['isWatched', ['MARAC', 'PREVIOUS_REMOVAL']],
    ['needsTwoReviewers', ['RESTRICTED_ADDRESS', 'ADOPTED', 'STAFF_CONFLICT']],
  ] as const)('%s holds for %j', (field, names) => {
    expect(concernFlagNames.filter((name) => concernFlags[name][field])).toEqual(names)
  })
})

describe('domestic abuse', () => {
  const none = { flags: [], factors: [] }

  it('is told by a flag or by a factor', () => {
    const flags = concernFlagNames.filter((flag) => isDomesticAbuse({ ...none, flags: [flag] }))
    const told = factorCodes.filter((factor) => isDomesticAbuse({ ...none, factors: [factor] }))
    expect([flags, told]).toEqual([
      ['DA', 'MARAC'],
      ['3A', '3B', '3C'],
    ])
    expect(isDomesticAbuse({ flags: ['UNBORN', 'DA'], factors: ['20'] })).toBe(true)
    expect(isDomesticAbuse({ flags: ['UNBORN'], factors: ['4B', '3C'] })).toBe(true)
    expect(isDomesticAbuse(none)).toBe(false)
  })
})

describe('what follows from the status of a child', () => {
  it('a plan is a protection plan, being looked after, or proceedings', () => {
    expect(openStatusNames.filter((name) => openStatuses[name].isPlanned)).toEqual([
      'PROTECTION_PLAN',
      'LOOKED_AFTER',
      'PROCEEDINGS',
    ])
  })

  it('is said in words', () => {
    const labels = openStatusNames.map((name) => openStatuses[name].label)
    expect(new Set(labels).size).toBe(openStatusNames.length)
  })
})

describe('an age in months', () => {
  it.each([
    [-1, true, false],
    [0, true, false],
    [23, true, false],
    [24, false, false],
    [119, false, false],
    [120, false, true],
    [191, false, true],
    [192, false, false],
  ])('of %i is under two: %s, and of ten to fifteen years: %s', (months, young, adolescent) => {
    expect([isUnderTwo(months), isAdolescent(months)]).toEqual([young, adolescent])
  })
})

describe('what follows from consent', () => {
  it('a refusal is one whether at first or later', () => {
    expect(consentStatusNames.filter((name) => consentStatuses[name].isRefusal)).toEqual([
      'REFUSED',
      'WITHDRAWN',
    ])
  })

  it.each([
    ['RISK_TO_CHILD', true, true],
    ['RISK_TO_ANOTHER', true, true],
    ['PREJUDICES_INVESTIGATION', true, true],
    ['DELAY_HARMS', true, false],
    ['CANNOT_BE_GIVEN', true, false],
    ['NOT_REASONABLY_OBTAINABLE', true, false],
    ['NO_REASON', false, false],
  ] as const)('%s is a real reason: %s, and one of risk: %s', (name, isReal, isOfRisk) => {
    expect(whyNotSought[name]).toEqual({ isReal, isOfRisk })
    expect(whyNotSoughtReasons).toContain(name)
  })
})

it('goes to one level above another, and to none above the last', () => {
  expect(levelAbove(undefined)).toBe('manager')
  expect(levelAbove('manager')).toBe('head')
  expect(levelAbove('head')).toBe('partnership')
  expect(levelAbove('partnership')).toBeUndefined()
})

it('chases the inbox, its manager, both leads and the partnership lead, who is told ever after', () => {
  expect(chaseLadder).toEqual([
    ['inbox'],
    ['manager'],
    ['authority-lead', 'sender-lead'],
    ['partnership-lead'],
  ])
  expect([0, 1, 2, 3, 4, 400].map(toldAfter)).toEqual([
    ...chaseLadder,
    ['partnership-lead'],
    ['partnership-lead'],
  ])
  expect([0, 3, 4, 5].map(isLadderUsedUp)).toEqual([false, false, true, true])
})
