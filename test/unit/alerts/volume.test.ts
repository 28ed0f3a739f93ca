import { describe, expect, it } from 'vitest'
import {
  countedAlertSchema,
  monthSchema,
  monthsFrom,
  volumeOf,
  volumeSchema,
} from '../../../shared/alerts/volume.ts'

describe('the months of a question', () => {
  it.each([
    ['2026-11', '2026-11', ['2026-11']],
    ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-11', '2026-10', []],
  ])('from %s to %s are each once', (from, to, months) => {
    expect(monthsFrom(from, to)).toEqual(months)
  })
})

describe('a month', () => {
  it.each(['2026-01', '2026-09', '2026-10', '2026-12', '2099-11'])('may be %s', (month) => {
    expect(monthSchema.parse(month)).toBe(month)
  })

  it.each([
    '2026-00',
    '2026-13',
    '2026-20',
    '2026-1',
    '2026-011',
    '2026-0',
    '2026-a1',
    '2026-1a',
    '1926-11',
    '20a6-11',
    '202a-11',
    'in 2026-11',
    '2026-11-01',
  ])('is never %s', (month) => {
    expect(monthSchema.safeParse(month).error?.issues[0]?.message).toBe('a month, such as 2026-11')
  })
})

describe('the volume of a month', () => {
  const nfa = { agencyName: 'Turning Tide', outcome: 'NO_FURTHER_ACTION' } as const

  it('is counted by agency, and the rate is of those decided', () => {
    const alerts = [
      nfa,
      { agencyName: 'Harbour', outcome: 'ASSESSMENT_S17' } as const,
      { ...nfa, outcome: 'ADVICE_GIVEN' } as const,
      { agencyName: 'Turning Tide' },
      { ...nfa, outcome: 'SECTION_47' } as const,
      { ...nfa, outcome: 'EARLY_HELP' } as const,
    ]
    expect(volumeOf('2026-11', alerts)).toEqual([
      {
        month: '2026-11',
        agencyName: 'Harbour',
        raised: 1,
        decided: 1,
        noFurtherAction: 0,
        noFurtherActionRate: 0,
      },
      {
        month: '2026-11',
        agencyName: 'Turning Tide',
        raised: 5,
        decided: 4,
        noFurtherAction: 1,
        noFurtherActionRate: 0.25,
      },
    ])
  })

  it('has no rate while nothing is decided', () => {
    const [volume] = volumeOf('2026-11', [{ agencyName: 'Harbour' }])
    expect(volume).toMatchObject({ raised: 1, decided: 0, noFurtherActionRate: null })
    expect(volumeSchema.parse(volume)).toEqual(volume)
  })

  it('is told as it was counted', () => {
    const [volume] = volumeOf('2026-11', [nfa])
    expect(volumeSchema.parse(volume)).toEqual({ ...volume, noFurtherActionRate: 1 })
  })

  it('is counted of the agency and the outcome, and of nothing else of an alert', () => {
    expect(countedAlertSchema.parse({ ...nfa, harm: 'H3' })).toEqual(nfa)
    expect(countedAlertSchema.safeParse({ ...nfa, outcome: 'CLOSED' }).success).toBe(false)
  })
})
