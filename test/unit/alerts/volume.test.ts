import { describe, expect, it } from 'vitest'
import { monthsFrom, volumeOf } from '../../../shared/alerts/volume.ts'

describe('the months of a question', () => {
  it.each([
    ['2026-11', '2026-11', ['2026-11']],
    ['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2026-11', '2026-10', []],
  ])('from %s to %s are each once', (from, to, months) => {
    expect(monthsFrom(from, to)).toEqual(months)
  })
})

describe('the volume of a month', () => {
  const nfa = { agencyName: 'Turning Tide', outcome: 'NO_FURTHER_ACTION' } as const

  it('is counted by agency, and the rate is of those decided', () => {
    const alerts = [
      nfa,
      { agencyName: 'Harbour', outcome: 'ASSESSMENT' } as const,
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
  })
})
