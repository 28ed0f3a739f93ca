import { describe, expect, it } from 'vitest'
import { countedAlertOf } from '../../../shared/alerts/counted-alert.ts'
import { type RaisedAlert, repeatsAmong } from '../../../shared/alerts/repeats.ts'
import { monthSchema, monthsFrom, volumeOf, volumeSchema } from '../../../shared/alerts/volume.ts'
import { anAlert } from '../../builders/an-alert.ts'

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
  const now = new Date('2026-11-30T12:00:00Z')
  const one = (agencyName: string, change: Partial<RaisedAlert> = {}): RaisedAlert => ({
    ...countedAlertOf(anAlert()),
    raisedAt: '2026-11-23T10:00:00.000Z',
    agencyName,
    ...change,
  })
  const countedIn = (alerts: readonly RaisedAlert[]) =>
    volumeOf('2026-11', alerts, { repeats: repeatsAmong(alerts, []), now })
  const nfa = { outcome: 'NO_FURTHER_ACTION' } as const
  const late = { due: 1, inTime: 0 }

  it('is counted by agency, and the rate is of those decided', () => {
    const alerts = [
      one('Turning Tide', nfa),
      one('Harbour', { outcome: 'ASSESSMENT_S17' }),
      one('Turning Tide', { outcome: 'ADVICE_GIVEN' }),
      one('Turning Tide'),
      one('Turning Tide', { outcome: 'SECTION_47' }),
      one('Turning Tide', { outcome: 'EARLY_HELP' }),
    ]
    const [harbour, tide] = countedIn(alerts)
    expect(harbour).toEqual({
      month: '2026-11',
      agencyName: 'Harbour',
      raised: 1,
      decided: 1,
      noFurtherAction: 0,
      noFurtherActionRate: 0,
      acknowledged: late,
      told: late,
      repeated: 0,
      overridden: { all: 0, withReason: 0 },
      wrongMatches: 0,
    })
    expect(tide).toMatchObject({
      agencyName: 'Turning Tide',
      raised: 5,
      decided: 4,
      noFurtherAction: 1,
      noFurtherActionRate: 0.25,
    })
  })

  it('has no rate while nothing is decided, and is told as it was counted', () => {
    const [volume] = countedIn([one('Harbour')])
    expect(volume).toMatchObject({ raised: 1, decided: 0, noFurtherActionRate: null })
    expect(volumeSchema.parse(volume)).toEqual(volume)
  })

  it('counts as due what was done, or should have been; and as in time what was done by then', () => {
    const by = '2026-11-24T10:00:00.000Z'
    const after = '2026-11-24T10:00:00.001Z'
    const [volume] = countedIn([
      one('A', { acknowledge: { by, at: by }, tell: { by: '2026-12-01T00:00:00.000Z' } }),
      one('A', { acknowledge: { by, at: after }, tell: { by } }),
      one('A', { acknowledge: { by: '2026-12-01T00:00:00.000Z', at: by } }),
      one('A', { acknowledge: { by: now.toISOString() }, tell: { by, at: by } }),
    ])
    expect(volume).toMatchObject({
      acknowledged: { due: 4, inTime: 2 },
      told: { due: 3, inTime: 1 },
    })
  })

  it('counts a wrong match only where a child of the register was thought to be meant', () => {
    const wrong = { outcome: 'NOT_THIS_PERSON' } as const
    const [volume] = countedIn([
      one('A', { ...wrong, isMatched: true }),
      one('A', { ...wrong, isMatched: false }),
      one('A', { outcome: 'OTHER_AUTHORITY', isMatched: true }),
    ])
    expect(volume?.wrongMatches).toBe(1)
  })

  it('counts what was told against a refusal, and what of it with a reason', () => {
    const [volume] = countedIn([
      one('A', { overridden: { withReason: true } }),
      one('A', { overridden: { withReason: false } }),
      one('A'),
    ])
    expect(volume?.overridden).toEqual({ all: 2, withReason: 1 })
  })
})
