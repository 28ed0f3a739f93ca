import { describe, expect, it } from 'vitest'
import { isOutOfHours } from '../../../shared/calendar/office-hours.ts'
import { lastWatchable, spanOfDays } from '../../../shared/calendar/watched-day.ts'

describe('the last day that may be looked at', () => {
  it.each([
    ['2026-11-24T06:59:59Z', '2026-11-22'],
    ['2026-11-24T07:00:00Z', '2026-11-23'],
    // In summer seven in London is six in UTC, and the night's last hour is of the day that follows.
    ['2026-07-02T05:59:59Z', '2026-06-30'],
    ['2026-07-02T06:00:00Z', '2026-07-01'],
    ['2026-07-01T23:30:00Z', '2026-06-30'],
  ])('at %s is %s', (now, day) => {
    expect(lastWatchable(new Date(now))).toBe(day)
  })
})

describe('the span of a day', () => {
  it.each([
    ['2026-11-23', '2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'],
    ['2026-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'],
    // Twenty-three hours, and twenty-five.
    ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('%s in London is from %s to before %s', (day, from, before) => {
    expect(spanOfDays(day, day)).toEqual({ from, before })
  })
})

describe('out of hours', () => {
  it.each([
    ['2026-11-23T06:59:59Z', true],
    ['2026-11-23T07:00:00Z', false],
    ['2026-11-23T19:59:59Z', false],
    ['2026-11-23T20:00:00Z', true],
    ['2026-07-01T18:59:59Z', false],
    ['2026-07-01T19:00:00Z', true],
    // A Saturday, and Christmas.
    ['2026-11-28T12:00:00Z', true],
    ['2026-12-25T12:00:00Z', true],
  ])('%s: %s', (at, isOut) => {
    expect(isOutOfHours(new Date(at))).toBe(isOut)
  })
})
