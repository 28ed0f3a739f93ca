import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chaseAlert } from '../../../shared/alerts/answers/chase-alert.ts'
import { bankHolidays } from '../../../shared/calendar/bank-holidays.ts'
import { dueAfter } from '../../../shared/calendar/working-days.ts'
import { anAlert } from '../../builders/an-alert.ts'

const moments = fc.date({
  min: new Date('2025-01-01'),
  max: new Date('2028-10-01'),
  noInvalidDate: true,
})
const days = fc.nat({ max: 45 })
const hour = 60 * 60 * 1000
const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
const clockInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeStyle: 'medium',
})
const isWorkingDay = (day: string): boolean =>
  ![0, 6].includes(new Date(day).getUTCDay()) && !bankHolidays.has(day)

/** Counted the slow way, hour by hour: the working days of London that began after `from` and by `until`. */
const workingDaysBetween = (from: Date, until: Date): number => {
  const found = new Set<string>()
  for (let at = from.getTime(); at <= until.getTime(); at += hour) found.add(inLondon.format(at))
  found.add(inLondon.format(until))
  found.delete(inLondon.format(from))
  return [...found].filter(isWorkingDay).length
}

describe('a due day', () => {
  it('ends a day of London, and that day is a working one', () => {
    fc.assert(
      fc.property(moments, days, (from, count) => {
        const due = dueAfter(from, count)
        expect(clockInLondon.format(due)).toBe('23:59:59')
        expect(due.getTime()).toBeGreaterThanOrEqual(from.getTime())
        if (count > 0) expect(isWorkingDay(inLondon.format(due))).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(dueAfter(new Date('2026-11-23'), 0)).toBeInstanceOf(Date)
  })

  it('has as many working days before it as were given', () => {
    fc.assert(
      fc.property(moments, fc.nat({ max: 12 }), (from, count) => {
        expect(workingDaysBetween(from, dueAfter(from, count))).toBe(count)
      }),
      { numRuns: 60 },
    )
    expect(workingDaysBetween(new Date('2026-12-24'), new Date('2026-12-29'))).toBe(1)
  })

  it('is never earlier for a later moment or for more days', () => {
    fc.assert(
      fc.property(moments, fc.nat({ max: 1e9 }), days, (from, later, count) => {
        const due = dueAfter(from, count).getTime()
        expect(dueAfter(new Date(from.getTime() + later), count).getTime()).toBeGreaterThanOrEqual(
          due,
        )
        expect(dueAfter(from, count + 1).getTime()).toBeGreaterThan(due)
      }),
      { numRuns: 500 },
    )
    expect(true).toBe(true)
  })
})

describe('chasing', () => {
  it('never ends, comes once at a time, and never before its moment, whenever the clock looks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 * hour }), { maxLength: 40 }), (waits) => {
        let alert = anAlert()
        let now = Date.parse(alert.raisedAt)
        const chased: number[] = []
        for (const wait of waits) {
          now += wait
          const due = Date.parse(alert.chaseAt ?? alert.dueAt)
          const chase = chaseAlert(alert, new Date(now))
          expect(chase === undefined).toBe(due > now)
          if (chase === undefined) continue
          expect(Date.parse(chase.alert.chaseAt ?? '')).toBeGreaterThan(now)
          chased.push(now)
          alert = chase.alert
        }
        expect(alert.version).toBe(1 + chased.length)
      }),
      { numRuns: 500 },
    )
    expect(true).toBe(true)
  })
})
