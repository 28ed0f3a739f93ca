import { describe, expect, it } from 'vitest'
import { pageWith, rowOf } from '../../mutation/page.ts'
import { type Mutant, scoreOf, tallyOf, unnoticed } from '../../mutation/tally.ts'

const mutant = (status: string): Mutant => ({
  fileName: '/sandbox/shared/alerts/alert.ts',
  status,
  mutatorName: 'ArrayDeclaration',
  replacement: '[\n  ]',
  location: { start: { line: 3, column: 7 } },
})
const statuses = [
  'Killed',
  'Killed',
  'Timeout',
  'Survived',
  'NoCoverage',
  'Ignored',
  'RuntimeError',
]
const mutants = statuses.map(mutant)
const tally = { mutants: 5, killed: 3, survived: 1, uncovered: 1 }

describe('the mutants of a room', () => {
  it('are killed, survive or are run by no test; others are not counted', () => {
    expect(tallyOf(mutants)).toEqual(tally)
  })

  it.each([
    [tally, 75],
    [{ ...tally, survived: 0 }, 100],
    [{ ...tally, killed: 0 }, 0],
    [{ ...tally, killed: 0, survived: 0 }, 0],
  ])('score by what is covered: %j', (of, score) => {
    expect(scoreOf(of)).toBe(score)
  })

  it('that nobody noticed are listed by their place', () => {
    expect(unnoticed(mutants)).toEqual([
      'shared/alerts/alert.ts:3:7 survived ArrayDeclaration → [ ]',
      'shared/alerts/alert.ts:3:7 uncovered ArrayDeclaration → [ ]',
    ])
  })
})

describe('the page', () => {
  const row = rowOf('alerts', tally, '2026-11-26')

  it('has a row of each room that was tried, in the order of the rooms', () => {
    expect(row).toBe('| alerts | 5 | 3 | 1 | 1 | 75.0 | 2026-11-26 |')
    const page = pageWith('', [row])
    const both = pageWith(page, [rowOf('kernel', tally, '2026-11-27')])
    expect(both.split('\n').slice(-3)).toEqual([
      '| kernel | 5 | 3 | 1 | 1 | 75.0 | 2026-11-27 |',
      row,
      '',
    ])
  })

  it('has the newer row of a room in place of the older', () => {
    const newer = rowOf('alerts', tally, '2026-11-27')
    expect(pageWith(pageWith('', [row]), [newer])).toBe(pageWith('', [newer]))
  })
})
