import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../../shared/calendar/bank-holidays.ts'
import {
  dueAfter,
  morningAfter,
  morningBefore,
  nextDigest,
} from '../../../shared/calendar/working-days.ts'

const dueDay = (from: string, days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(
    dueAfter(new Date(from), days),
  )

describe('a due day', () => {
  it.each([
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-24', 3, '2026-12-31'],
    ['2026-12-24', 15, '2027-01-19'],
    ['2026-12-24', 45, '2027-03-02'],
    ['2027-03-25', 1, '2027-03-30'],
    ['2026-08-28', 1, '2026-09-01'],
  ])('received on %s, %i working days on, is %s', (received, days, due) => {
    expect(dueDay(`${received}T10:00:00Z`, days)).toBe(due)
  })

  it.each([
    ['a Monday', '2026-11-23', 0, '2026-11-23'],
    ['a Monday', '2026-11-23', 1, '2026-11-24'],
    ['a Monday', '2026-11-23', 5, '2026-11-30'],
    ['a Friday', '2026-11-27', 1, '2026-11-30'],
    ['a Saturday', '2026-11-28', 0, '2026-11-28'],
    ['a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['a Sunday', '2026-11-29', 1, '2026-11-30'],
    ['Christmas Day', '2026-12-25', 1, '2026-12-29'],
    ['Boxing Day on a Saturday', '2026-12-26', 1, '2026-12-29'],
    ['New Year’s Eve', '2026-12-31', 1, '2027-01-04'],
    ['Good Friday’s eve', '2026-04-02', 1, '2026-04-07'],
    ['Maundy Thursday of 2028', '2028-04-13', 2, '2028-04-19'],
    ['the eve of a substitute day', '2027-12-24', 1, '2027-12-29'],
  ])('received on %s (%s), %i working days on, is %s', (...[, received, days, due]) => {
    expect(dueDay(`${received}T12:00:00Z`, days)).toBe(due)
  })

  it.each([
    ['winter, a minute before midnight', '2026-11-23T23:59:00Z', '2026-11-24T23:59:59.999Z'],
    ['winter, at midnight', '2026-11-24T00:00:00Z', '2026-11-25T23:59:59.999Z'],
    [
      'summer, a minute before midnight in London',
      '2026-06-08T22:59:00Z',
      '2026-06-09T22:59:59.999Z',
    ],
    ['summer, at midnight in London', '2026-06-08T23:00:00Z', '2026-06-10T22:59:59.999Z'],
    ['the Friday before the clocks go forward', '2026-03-27T12:00:00Z', '2026-03-30T22:59:59.999Z'],
    ['the Friday before the clocks go back', '2026-10-23T12:00:00Z', '2026-10-26T23:59:59.999Z'],
    ['the night the clocks go back', '2026-10-25T00:30:00Z', '2026-10-26T23:59:59.999Z'],
    ['a leap day', '2028-02-28T12:00:00Z', '2028-02-29T23:59:59.999Z'],
  ])('counts days of London: received in %s', (_, received, due) => {
    expect(dueAfter(new Date(received), 1).toISOString()).toBe(due)
  })
})

describe('the list of bank holidays', () => {
  it('holds eight a year, on weekdays, for each year it knows', () => {
    const years = Map.groupBy(bankHolidays, (day) => day.slice(0, 4))
    expect([...years.keys()]).toEqual(['2025', '2026', '2027', '2028'])
    for (const days of years.values()) expect(days).toHaveLength(8)
    for (const day of bankHolidays) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay())
  })
})

describe('eight in the morning', () => {
  it.each([
    ['of a Tuesday', '2026-12-01', '2026-11-26T08:00:00.000Z', '2026-12-02T08:00:00.000Z'],
    ['of a Friday', '2026-11-27', '2026-11-24T08:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['of a Sunday', '2026-11-29', '2026-11-25T08:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['of Christmas Eve', '2026-12-24', '2026-12-21T08:00:00.000Z', '2026-12-29T08:00:00.000Z'],
    ['of a holiday', '2026-12-28', '2026-12-22T08:00:00.000Z', '2026-12-29T08:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-06-26T07:00:00.000Z', '2026-07-02T07:00:00.000Z'],
    ['over winter time', '2026-10-26', '2026-10-21T07:00:00.000Z', '2026-10-27T08:00:00.000Z'],
  ])(
    'three working days before the end %s, and on the next after it',
    (...[, day, before, after]) => {
      expect(morningBefore(day, 3).toISOString()).toBe(before)
      expect(morningAfter(day).toISOString()).toBe(after)
    },
  )
})

describe('the next digest', () => {
  it.each([
    ['before eight', '2026-11-24T07:59:59.999Z', '2026-11-24T08:00:00.000Z'],
    ['at eight', '2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['on a Friday', '2026-11-27T10:00:00.000Z', '2026-11-28T08:00:00.000Z'],
    ['in summer', '2026-07-01T06:59:00.000Z', '2026-07-01T07:00:00.000Z'],
    ['on the eve of summer time', '2026-03-28T10:00:00.000Z', '2026-03-29T07:00:00.000Z'],
    ['on the eve of winter time', '2026-10-24T10:00:00.000Z', '2026-10-25T08:00:00.000Z'],
  ])('%s is at eight in London', (_, now, at) => {
    expect(nextDigest(new Date(now)).toISOString()).toBe(at)
  })
})
