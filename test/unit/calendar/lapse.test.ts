import { describe, expect, it } from 'vitest'
import { londonDay } from '../../../shared/calendar/london-day.ts'
import { monthsBefore } from '../../../shared/calendar/months.ts'
import { dueAfterLapse } from '../../../shared/calendar/working-days.ts'

const lapsed = new Date('2026-11-23T23:59:59.999Z')

describe('the step after one that lapsed', () => {
  it.each([
    ['a minute after midnight', '2026-11-24T00:01:00.000Z', 1, '2026-11-24T23:59:59.999Z'],
    ['at the last moment', '2026-11-24T23:59:59.998Z', 1, '2026-11-24T23:59:59.999Z'],
    ['at its own due moment, from then', '2026-11-24T23:59:59.999Z', 1, '2026-11-25T23:59:59.999Z'],
    ['a week late, from then', '2026-12-01T10:00:00.000Z', 2, '2026-12-03T23:59:59.999Z'],
    [
      'on the same day, with no day given',
      '2026-11-24T00:00:00.000Z',
      0,
      '2026-11-24T23:59:59.999Z',
    ],
  ])('is due, when swept %s', (...[, now, days, due]) => {
    expect(dueAfterLapse(lapsed, days, new Date(now)).toISOString()).toBe(due)
  })
})

describe('a day in London', () => {
  it.each([
    ['2026-06-08T22:59:59.999Z', '2026-06-08'],
    ['2026-06-08T23:00:00.000Z', '2026-06-09'],
    ['2026-11-23T23:59:59.999Z', '2026-11-23'],
  ])('at %s is %s', (now, day) => {
    expect(londonDay(new Date(now))).toBe(day)
  })

  it.each([
    ['2026-11-23T10:00:00.000Z', 6, '2026-05-23T09:00:00.000Z'],
    ['2026-08-31T10:00:00.000Z', 6, '2026-02-28T11:00:00.000Z'],
    ['2026-11-23T10:00:00.000Z', 0, '2026-11-23T10:00:00.000Z'],
  ])('%s less %i months is the same hour there', (now, months, before) => {
    expect(new Date(monthsBefore(new Date(now), months)).toISOString()).toBe(before)
  })
})
