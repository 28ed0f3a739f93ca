import { describe, expect, it } from 'vitest'
import { levelAbove } from '../../../shared/codes/challenge-levels.ts'
import { chaseLadder, isLadderUsedUp, toldAfter } from '../../../shared/codes/chase-steps.ts'
import { concernFlagNames, concernFlags } from '../../../shared/codes/concern-flags.ts'
import { consentStatuses, consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import {
  areWatchedInAdolescence,
  domainNames,
  domainsOf,
  factorCodes,
  factors,
} from '../../../shared/codes/factors.ts'
import { harmLevels, isAtLeast } from '../../../shared/codes/harm-levels.ts'
import { outcomeCodes, outcomeRow, outcomes, turnsAway } from '../../../shared/codes/outcomes.ts'
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
    ['substance-misuse', ['1B', '2B']],
    ['domestic-abuse', ['3A', '3B', '3C']],
    ['mental-health', ['4B']],
    ['learning-disability', ['5B']],
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
    ['isWatched', ['PREVIOUS_REMOVAL']],
    ['needsTwoReviewers', ['RESTRICTED_ADDRESS', 'ADOPTED', 'STAFF_CONFLICT']],
  ] as const)('%s holds for %j', (field, names) => {
    expect(concernFlagNames.filter((name) => concernFlags[name][field])).toEqual(names)
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

describe('what follows from an outcome', () => {
  const having = (holds: (row: ReturnType<typeof outcomeRow>) => boolean) =>
    outcomeCodes.filter((code) => holds(outcomeRow(code)))

  it('the last four turn a family away', () => {
    expect(having((row) => row.turnsAway === true)).toEqual(outcomeCodes.slice(-4))
    expect(outcomeCodes.filter(turnsAway)).toEqual(outcomeCodes.slice(-4))
  })

  it.each([
    ['endsInvolvement', ['ADVICE_GIVEN', 'NO_FURTHER_ACTION']],
    ['reroutes', ['OTHER_AUTHORITY', 'NOT_THIS_PERSON']],
    ['beginsAssessment', ['SECTION_47', 'ASSESSMENT_S17']],
    [
      'mayFollowStrategyDiscussion',
      ['IMMEDIATE_PROTECTION', 'STRATEGY_DISCUSSION', 'SECTION_47', 'CONFERENCE'],
    ],
  ] as const)('%s holds for %j', (field, codes) => {
    expect(having((row) => row[field] === true)).toEqual(codes)
  })

  it('ranks the law’s own order upward, and what turns away below all else', () => {
    const upward = [
      'STRATEGY_DISCUSSION',
      'SECTION_47',
      'CONFERENCE',
      'IMMEDIATE_PROTECTION',
    ] as const
    const ranks = upward.map((code) => outcomes[code].rank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(outcomeCodes.filter((code) => outcomes[code].rank === 0)).toEqual(
      outcomeCodes.filter(turnsAway),
    )
  })

  it('calls a referral only what social care takes on', () => {
    const named = (word: string) =>
      outcomeCodes.filter((code) => outcomes[code].label.includes(word))
    expect(named('referral')).toEqual(['SECTION_47', 'ASSESSMENT_S17'])
    expect(named('recorded as a contact')).toEqual(['ADVICE_GIVEN', 'NO_FURTHER_ACTION'])
    for (const code of outcomeCodes) expect(outcomes[code].label.length).toBeGreaterThan(20)
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
