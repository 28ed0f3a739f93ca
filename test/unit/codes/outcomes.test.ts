import { describe, expect, it } from 'vitest'
import {
  endsInvolvement,
  isGraverThan,
  outcomeCodes,
  outcomeRow,
  outcomes,
  turnsAway,
} from '../../../shared/codes/outcomes.ts'

describe('what follows from an outcome', () => {
  const having = (holds: (row: ReturnType<typeof outcomeRow>) => boolean) =>
    outcomeCodes.filter((code) => holds(outcomeRow(code)))

  it('four turn the family away, two of them to somebody else', () => {
    const away = ['OTHER_AUTHORITY', 'NOT_THIS_PERSON', 'ADVICE_GIVEN', 'NO_FURTHER_ACTION']
    expect(outcomeCodes.filter(turnsAway)).toEqual(away)
    expect(having(({ reroutes }) => reroutes === true)).toEqual(away.slice(0, 2))
    expect(outcomeCodes.filter(endsInvolvement)).toEqual(away.slice(2))
    expect(having(({ rank }) => rank === 0)).toEqual(away)
  })

  it('some need more said', () => {
    const detailed = outcomeCodes.flatMap((code) => {
      const { detail } = outcomeRow(code)
      return detail === undefined ? [] : [[code, detail]]
    })
    expect(Object.fromEntries(detailed)).toEqual({
      CONFERENCE: 'conference',
      PASSED_TO_ALLOCATED_WORKER: 'whatFollows',
      OTHER_AUTHORITY: 'otherAuthority',
      NO_FURTHER_ACTION: 'noFurtherActionReason',
    })
  })

  it('a strategy discussion may stand before the gravest four, and two begin an assessment', () => {
    expect(having((row) => row.mayFollowStrategyDiscussion === true)).toEqual([
      'IMMEDIATE_PROTECTION',
      'STRATEGY_DISCUSSION',
      'SECTION_47',
      'CONFERENCE',
    ])
    expect(having((row) => row.beginsAssessment === true)).toEqual(['SECTION_47', 'ASSESSMENT_S17'])
  })

  it('more is done by one than by another, in this order', () => {
    const byRank = outcomeCodes.toSorted((one, other) => outcomes[other].rank - outcomes[one].rank)
    expect(byRank.slice(0, 10)).toEqual([
      'IMMEDIATE_PROTECTION',
      'CONFERENCE',
      'SECTION_47',
      'STRATEGY_DISCUSSION',
      'ASSESSMENT_S17',
      'PASSED_TO_ALLOCATED_WORKER',
      'EARLY_HELP',
      'EARLY_HELP_DECLINED',
      'STEP_DOWN',
      'MORE_INFORMATION_NEEDED',
    ])
    expect(isGraverThan('SECTION_47', 'ASSESSMENT_S17')).toBe(true)
    expect(isGraverThan('ASSESSMENT_S17', 'SECTION_47')).toBe(false)
    expect(isGraverThan('STEP_DOWN', 'EARLY_HELP_DECLINED')).toBe(false)
  })

  it('calls a referral only what social care takes on', () => {
    const named = (word: string) =>
      outcomeCodes.filter((code) => outcomes[code].label.includes(word))
    expect(named('referral')).toEqual(['SECTION_47', 'ASSESSMENT_S17'])
    expect(named('contact')).toEqual(['ADVICE_GIVEN', 'NO_FURTHER_ACTION'])
  })
})
