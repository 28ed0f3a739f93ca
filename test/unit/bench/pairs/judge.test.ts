import { describe, expect, it } from 'vitest'
import { expectedOf, judge } from '../../../../bench/pairs/judge.ts'
import { lineOf } from '../../../../bench/pairs/line-of.ts'
import type { Answer } from '../../../../cli/match/answer.ts'

const answerOf = (band: Answer['band'], ...ids: readonly string[]): Answer => ({
  id: 'a',
  band,
  confirmed: band === 'confirmed' ? ids : [],
  candidates: ids.map((id) => ({ id, bits: 0, posterior: 0.5, guards: [], comparisons: {} })),
})

describe('a pair', () => {
  it.each([
    ['confirmed', answerOf('confirmed', 'r1'), 'right'],
    ['confirmed', answerOf('possible', 'r1'), 'over-cautious'],
    ['confirmed', answerOf('many', 'r1', 'r2'), 'over-cautious'],
    ['confirmed', answerOf('none'), 'missed'],
    ['confirmed or possible', answerOf('none'), 'missed'],
    ['confirmed or possible', answerOf('many', 'r1', 'background-1'), 'otherwise wrong'],
    ['confirmed or possible', answerOf('possible', 'background-1'), 'missed'],
    ['possible or many or none', answerOf('confirmed', 'r1'), 'wrong automatic'],
    ['possible or many or none', answerOf('none'), 'right'],
    ['confirmed', answerOf('confirmed', 'background-1'), 'wrong automatic'],
    ['confirmed (only r2)', answerOf('confirmed', 'r2'), 'right'],
    ['confirmed (only r2)', answerOf('confirmed', 'r1', 'r2'), 'wrong automatic'],
    ['none', answerOf('possible', 'r1'), 'otherwise wrong'],
  ] as const)('that allows “%s” judges the answer', (allowed, answer, judgement) => {
    expect(judge(answer, false, expectedOf(allowed))).toBe(judgement)
  })

  it('that allows a refusal is right where a value was left out, unless somebody is confirmed', () => {
    const refused = expectedOf('refused')
    expect(judge(answerOf('none'), true, refused)).toBe('right')
    expect(judge(answerOf('confirmed', 'r1'), true, refused)).toBe('wrong automatic')
  })

  it('gives further entries the sex and the address of the first', () => {
    const { register } = lineOf({
      id: 'a',
      register_given: 'Ann',
      register_family: 'Thrupp',
      register_sex: 'F',
      register_street: 'Mill Lane',
      more_register_entries: 'r2: Mary Jane Thrupp 1990-05-05; r3: Zoe Thrupp 1991',
    })
    expect(register.slice(1)).toMatchObject([
      {
        id: 'r2',
        person: {
          names: [{ given: 'Mary Jane', family: 'Thrupp' }],
          dateOfBirth: '1990-05-05',
          sex: 'F',
          addresses: [{ street: 'Mill Lane' }],
        },
      },
      { id: 'r3', person: { names: [{ given: 'Zoe', family: 'Thrupp' }], dateOfBirth: '1991' } },
    ])
  })
})
