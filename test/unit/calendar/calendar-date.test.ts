import { describe, expect, it } from 'vitest'
import { calendarDateSchema, instantSchema } from '../../../shared/calendar/calendar-date.ts'

const wordsOf = (schema: typeof calendarDateSchema | typeof instantSchema, value: string) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []

describe('a day or a moment that can matter', () => {
  it.each(['1900-01-01', '2099-12-31', '2028-02-29'])('is %s', (day) => {
    expect(calendarDateSchema.parse(day)).toBe(day)
    expect(instantSchema.parse(`${day}T00:00:00.000Z`)).toBe(`${day}T00:00:00.000Z`)
  })

  it.each(['1899-12-31', '2100-01-01', '0019-01-01', '0120-01-01'])('is not %s', (day) => {
    const words = ['a year from 1900 to 2099']
    expect(wordsOf(calendarDateSchema, day)).toEqual(words)
    expect(wordsOf(instantSchema, `${day}T00:00:00Z`)).toEqual(words)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '26-01-01',
    '2026-11-23T10:00:00',
    '2026-11-23T25:00:00+01:00',
    '',
  ])('is not %j, which is none at all', (text) => {
    expect(calendarDateSchema.safeParse(text).success).toBe(false)
    expect(instantSchema.safeParse(text).success).toBe(false)
  })

  it.each([
    ['2026-11-23T10:00:00+00:00', '2026-11-23T10:00:00.000Z'],
    ['2026-06-23T00:30:00+01:00', '2026-06-22T23:30:00.000Z'],
    ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z'],
  ])('is told as %s and kept in UTC', (told, kept) => {
    expect(instantSchema.parse(told)).toBe(kept)
  })
})
