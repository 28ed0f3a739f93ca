import { describe, expect, it } from 'vitest'
import { after, afterLapse, type Span } from '../../../shared/calendar/span.ts'

describe('what may take so long', () => {
  it.each<[string, string, Span, string]>([
    ['an hour', '2026-12-24T16:00:00Z', { hours: 1 }, '2026-12-24T17:00:00.000Z'],
    ['hours over midnight', '2026-12-24T22:30:00Z', { hours: 4 }, '2026-12-25T02:30:00.000Z'],
    // Clocks go forward on 28 March 2027 at 01:00 UTC and back on 31 October 2027 at 01:00 UTC.
    [
      'hours as clocks go forward',
      '2027-03-28T00:30:00Z',
      { hours: 4 },
      '2027-03-28T04:30:00.000Z',
    ],
    ['hours as clocks go back', '2027-10-31T00:30:00Z', { hours: 1 }, '2027-10-31T01:30:00.000Z'],
    ['a day as clocks go forward', '2027-03-27T12:00:00Z', { days: 1 }, '2027-03-28T11:00:00.000Z'],
    ['a day as clocks go back', '2027-10-30T11:00:00Z', { days: 1 }, '2027-10-31T12:00:00.000Z'],
    ['a day over Christmas', '2026-12-24T16:00:00Z', { days: 1 }, '2026-12-25T16:00:00.000Z'],
    ['a working day', '2026-12-24T16:00:00Z', { workingDays: 1 }, '2026-12-29T23:59:59.999Z'],
    ['the same day', '2027-07-01T22:00:00Z', { workingDays: 0 }, '2027-07-01T22:59:59.999Z'],
  ])('%s', (...[, from, span, end]) => {
    expect(after(new Date(from), span).toISOString()).toBe(end)
  })

  it('counts from the moment that lapsed, or from now where that too has passed', () => {
    const lapsed = new Date('2026-11-23T11:00:00Z')
    const next = (now: string) => afterLapse(lapsed, { hours: 1 }, new Date(now)).toISOString()
    expect(next('2026-11-23T11:00:40Z')).toBe('2026-11-23T12:00:00.000Z')
    expect(next('2026-11-23T12:00:00Z')).toBe('2026-11-23T13:00:00.000Z')
    expect(next('2026-11-23T19:30:00Z')).toBe('2026-11-23T20:30:00.000Z')
  })
})
