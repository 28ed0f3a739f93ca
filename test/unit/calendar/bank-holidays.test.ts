import { expect, it } from 'vitest'
import { bankHolidays, lastYearKnown } from '../../../shared/calendar/bank-holidays.ts'

it('knows the bank holidays of this year and the next: add the year that GOV.UK has published', () => {
  expect(lastYearKnown).toBeGreaterThan(new Date().getFullYear())
  expect([...bankHolidays].filter((day) => day.startsWith(String(lastYearKnown)))).toHaveLength(8)
})
