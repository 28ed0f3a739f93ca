import { dayNumberOf } from './date-parts.ts'

/** The days, as days since 1970, on which somebody may have been born. */
export type BirthSpan = { readonly first: number; readonly last: number }

const partialDate = /^(\d{4})(?:-(\d{2}))?$/
const dayMilliseconds = 86_400_000

const dayOf = (year: number, monthIndex: number, day: number): number =>
  Date.UTC(year, monthIndex, day) / dayMilliseconds

const spanOfPart = (text: string): BirthSpan | undefined => {
  const found = partialDate.exec(text)
  if (found === null) return undefined
  const year = Number(found[1])
  const month = found[2] === undefined ? undefined : Number(found[2])
  return month === undefined
    ? { first: dayOf(year, 0, 1), last: dayOf(year, 12, 0) }
    : { first: dayOf(year, month - 1, 1), last: dayOf(year, month, 0) }
}

/** Somebody who has so many years has had that birthday and not the next. */
const spanOfAge = ({ years, on }: { readonly years: number; readonly on: string }) => {
  const day = dayNumberOf(on)
  if (day === undefined) return undefined
  const date = new Date(day * dayMilliseconds)
  const yearsBefore = (count: number): number =>
    dayOf(date.getUTCFullYear() - count, date.getUTCMonth(), date.getUTCDate())
  return { first: yearsBefore(years + 1) + 1, last: yearsBefore(years) }
}

/** When a child was born, by a date, a part of one, or else an age said on a day. */
export const birthSpanOf = (
  dateOfBirth: string | undefined,
  age: { readonly years: number; readonly on: string } | undefined,
): BirthSpan | undefined => {
  const day = dayNumberOf(dateOfBirth)
  if (day !== undefined) return { first: day, last: day }
  const part = spanOfPart(dateOfBirth ?? '')
  return part ?? (age === undefined ? undefined : spanOfAge(age))
}

/** The years that a span touches, the one with most of it first. */
export const yearsOf = ({ first, last }: BirthSpan): readonly string[] => {
  const yearOf = (day: number): number => new Date(day * dayMilliseconds).getUTCFullYear()
  const daysIn = (year: number): number =>
    Math.min(last, dayOf(year, 12, 0)) - Math.max(first, dayOf(year, 0, 1))
  return Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, at) => yearOf(first) + at)
    .toSorted((a, b) => daysIn(b) - daysIn(a))
    .map(String)
}
