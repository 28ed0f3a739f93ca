import { describe, expect, it } from 'vitest'
import { calendarDateSchema, instantSchema } from '../../../shared/calendar/calendar-date.ts'
import { londonDay, secondsOfDayLeft } from '../../../shared/calendar/london-day.ts'
import { monthsBefore } from '../../../shared/calendar/months.ts'
import { dueAfterLapse } from '../../../shared/calendar/working-days.ts'

describe('the day in London', () => {
  it.each([
    ['2026-11-23T23:59:59.999Z', '2026-11-23'],
    ['2026-11-24T00:00:00.000Z', '2026-11-24'],
    ['2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['2026-07-01T23:00:00.000Z', '2026-07-02'],
  ])('at %s is %s', (at, day) => {
    expect(londonDay(new Date(at))).toBe(day)
  })
})

describe('what is left of the day in London', () => {
  it.each([
    ['2026-11-23T00:00:00.000Z', 24 * 60 * 60],
    ['2026-11-23T23:59:59.999Z', 1],
    ['2026-07-01T22:00:00.000Z', 60 * 60],
    // Clocks go forward, and back: the day has 23 hours, and 25.
    ['2026-03-29T00:00:00.000Z', 23 * 60 * 60],
    ['2026-10-24T23:00:00.000Z', 25 * 60 * 60],
  ])('at %s is %i seconds', (at, seconds) => {
    expect(secondsOfDayLeft(new Date(at))).toBe(seconds)
  })
})

describe('calendar months before a moment', () => {
  it.each([
    ['2026-11-23T10:00:00.000Z', 12, '2025-11-23T10:00:00.000Z'],
    ['2026-11-23T10:00:00.000Z', 3, '2026-08-23T09:00:00.000Z'],
    ['2026-05-31T10:00:00.000Z', 3, '2026-02-28T11:00:00.000Z'],
  ])('%s less %i is %s', (at, months, before) => {
    expect(new Date(monthsBefore(new Date(at), months)).toISOString()).toBe(before)
  })
})

describe('the due moment after one that has passed', () => {
  it.each([
    [
      'a minute late',
      '2026-11-23T23:59:59.999Z',
      '2026-11-24T00:01:00Z',
      '2026-11-24T23:59:59.999Z',
    ],
    ['days late', '2026-11-16T23:59:59.999Z', '2026-11-23T10:00:00Z', '2026-11-24T23:59:59.999Z'],
    [
      'in the very moment of the next',
      '2026-11-23T23:59:59.999Z',
      '2026-11-24T23:59:59.999Z',
      '2026-11-25T23:59:59.999Z',
    ],
  ])('is, %s, from it or from now', (...[, lapsed, now, due]) => {
    expect(dueAfterLapse(new Date(lapsed), 1, new Date(now)).toISOString()).toBe(due)
  })
})

describe('days and moments that are taken', () => {
  it.each([
    ['1900-01-01', true],
    ['2099-12-31', true],
    ['1899-12-31', false],
    ['2100-01-01', false],
    ['2026-02-30', false],
  ])('%s: %s', (day, isTaken) => {
    expect(calendarDateSchema.safeParse(day).success).toBe(isTaken)
    expect(instantSchema.safeParse(`${day}T10:00:00Z`).success).toBe(isTaken)
  })

  it('say what is expected where one is not', () => {
    expect(calendarDateSchema.safeParse('1899-12-31').error?.issues[0]?.message).toBe(
      'a year from 1900 to 2099',
    )
  })
})
