import { describe, expect, it } from 'vitest'
import { agencyTypes } from '../../../shared/codes/agency-types.ts'
import { challengeLevels, levelAbove } from '../../../shared/codes/challenge-levels.ts'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import {
  areWatchedInAdolescence,
  domainsOf,
  type Factor,
  factorCodes,
  factors,
} from '../../../shared/codes/factors.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { matchBands } from '../../../shared/codes/match-bands.ts'
import { openStatusNames } from '../../../shared/codes/open-statuses.ts'
import { endsInvolvement, outcomeCodes } from '../../../shared/codes/outcomes.ts'
import { statementKinds } from '../../../shared/codes/statement-kinds.ts'
import { subjectRoles } from '../../../shared/codes/subject-roles.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'

describe('the codes', () => {
  it.each([
    ['levels of harm', harmLevels, 'H0 H1 H2 H3 H4'],
    ['bands of a match', matchBands, 'CONFIRMED POSSIBLE MANY NONE'],
    [
      'statuses of children',
      openStatusNames,
      'PROTECTION_PLAN LOOKED_AFTER PROCEEDINGS IN_NEED EARLY_HELP',
    ],
    ['roles in domestic abuse', subjectRoles, 'VICTIM ALLEGED_PERPETRATOR UNKNOWN'],
    ['kinds of statements', statementKinds, 'FACT OPINION REPORTED'],
    ['levels of a challenge', challengeLevels, 'manager head partnership'],
    ['states of consent', consentStatusNames, 'GIVEN REFUSED WITHDRAWN NOT_SOUGHT LACKS_CAPACITY'],
    [
      'reasons for not asking',
      whyNotSoughtReasons,
      'RISK_TO_CHILD RISK_TO_ANOTHER PREJUDICES_INVESTIGATION DELAY_HARMS CANNOT_BE_GIVEN NOT_REASONABLY_OBTAINABLE NO_REASON',
    ],
    [
      'flags',
      concernFlagNames,
      'DA MARAC RESTRICTED_ADDRESS DETRIMENT_CLAIMED DELUSION_INVOLVES_CHILD SUICIDE_PLAN_INVOLVES_CHILD ADOPTED SENSITIVE_CHILD_SERVICE STAFF_CONFLICT UNBORN PREVIOUS_REMOVAL',
    ],
  ])('%s are these, in this order', (_name, codes, expected) => {
    expect(codes.join(' ')).toBe(expected)
  })

  it('say of each service how the census counts it and whether the duty to share binds it', () => {
    const rows = Object.entries(agencyTypes).map(
      ([name, { referralSource, body }]) => `${name} ${referralSource} ${body}`,
    )
    expect(rows).toEqual([
      'adult-mental-health 3F DUTY',
      'substance-misuse 8 DUTY',
      'domestic-abuse 8 OTHER',
      'learning-disability 5A DUTY',
    ])
  })
})

describe('a challenge', () => {
  it.each([
    [undefined, 'manager'],
    ['manager', 'head'],
    ['head', 'partnership'],
    ['partnership', undefined],
  ] as const)('that %s has considered goes on to %s', (level, next) => {
    expect(levelAbove(level)).toBe(next)
  })
})

describe('factors', () => {
  it('have a label each, in the words of the census', () => {
    const labels = (['12A', '13A', '15A', '20'] as const).map((code) => factors[code].label)
    expect(labels).toEqual(['Trafficking', 'Gangs', 'Self-harm', 'Other'])
  })

  it('of the parent or carer, and neglect, are watched in adolescence', () => {
    const watched = factorCodes.filter((factor) => areWatchedInAdolescence([factor]))
    expect(watched.toSorted().join(' ')).toBe('16A 18B 19B 1B 2B 3B 4B 5B 6B 8B')
  })

  it.each([
    ['1A', ['substance-misuse']],
    ['1B', ['substance-misuse']],
    ['1C', ['substance-misuse']],
    ['2C', ['substance-misuse']],
    ['3A', ['domestic-abuse']],
    ['3B', ['domestic-abuse']],
    ['3C', ['domestic-abuse']],
    ['4A', ['mental-health']],
    ['4C', ['mental-health']],
    ['5A', ['learning-disability']],
    ['5B', ['learning-disability']],
    ['6B', []],
    ['16A', []],
    ['20', []],
  ] satisfies [Factor, string[]][])('%s touches the domains %j', (factor, domains) => {
    expect(domainsOf([factor])).toEqual(domains)
  })

  it('of several domains name each once, in one order', () => {
    expect(domainsOf(['5B', '4C', '2A', '1B', '3C'])).toEqual([
      'substance-misuse',
      'domestic-abuse',
      'mental-health',
      'learning-disability',
    ])
    expect(domainsOf([])).toEqual([])
  })
})

describe('an outcome', () => {
  it.each(outcomeCodes)('%s ends the involvement of children’s social care, or not', (code) => {
    expect(endsInvolvement(code)).toBe(['NO_FURTHER_ACTION', 'ADVICE_GIVEN'].includes(code))
  })
})
