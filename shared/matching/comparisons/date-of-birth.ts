import type { DateParts } from '../normalise/date-parts.ts'
import { isOneEdit } from '../text/one-edit.ts'

/**
 * `known-parts`, `year` and `year-off` stand where a side lacks a part: both parts known to both agree, the year alone does, or
 * it is one or two off. `day-month-swapped` is the same day otherwise written, by the Ethiopian calendar too. `years-apart`:
 * day and month agree, and the years are too far apart for an age; `year-edit`: by one digit, which is a slip or a father's birthday.
 */
export const dateOfBirthLevels = [
  'exact',
  'known-parts',
  'day-month-swapped',
  'one-edit',
  'two-of-three',
  'year-edit',
  'year',
  'years-apart',
  'near',
  'year-off',
  'loose',
  'different',
] as const
export type DateOfBirthLevel = (typeof dateOfBirthLevels)[number]

const nearDays = 62
const looseDays = 550
/** An age that is guessed, or said before the birthday, is so many years out. */
const yearsOff = 2

const both = (a: number | undefined, b: number | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a === b

const apart = (a: number | undefined, b: number | undefined): number =>
  Math.abs((a ?? Number.NaN) - (b ?? Number.NaN))

const isYearOff = (a: DateParts, b: DateParts): boolean => apart(a.year, b.year) <= yearsOff

const comparePartial = (a: DateParts, b: DateParts): DateOfBirthLevel | undefined => {
  const found = [both(a.year, b.year), both(a.month, b.month), both(a.day, b.day)]
  const known = found.filter((each) => each !== undefined)
  const equal = known.filter(Boolean).length
  if (known.length === 0) return undefined
  if (known.length > 1 && equal === known.length) return 'known-parts'
  if (found[0] === true) return known.length === 1 ? 'year' : 'near'
  if (known.length === 1) return isYearOff(a, b) ? 'year-off' : 'different'
  return equal > 0 ? 'loose' : 'different'
}

const equalParts = (a: DateParts, b: DateParts): number =>
  Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day)

const isSwapped = (a: DateParts, b: DateParts): boolean =>
  a.year === b.year && a.month === b.day && a.day === b.month

const isOtherCalendar = (a: DateParts, b: DateParts): boolean =>
  a.ethiopian === b.digits || b.ethiopian === a.digits

const byDistance = (a: DateParts, b: DateParts): DateOfBirthLevel => {
  const days = apart(a.dayNumber, b.dayNumber)
  if (days <= nearDays) return 'near'
  if (days <= looseDays) return 'loose'
  return isOtherCalendar(a, b) ? 'day-month-swapped' : 'different'
}

/** Midnight, a leap day, the end of a month: the day before or after is written as often as a wrong digit. */
const isOneSlip = (a: DateParts, b: DateParts): boolean =>
  apart(a.dayNumber, b.dayNumber) <= 1 || isOneEdit(a.digits ?? '', b.digits ?? '')

const byYears = (a: DateParts, b: DateParts): DateOfBirthLevel =>
  isOneEdit(a.digits ?? '', b.digits ?? '') ? 'year-edit' : 'years-apart'

const compareWhole = (a: DateParts, b: DateParts): DateOfBirthLevel => {
  if (isSwapped(a, b)) return 'day-month-swapped'
  const equal = equalParts(a, b)
  if (!isYearOff(a, b)) return equal === 2 ? byYears(a, b) : byDistance(a, b)
  if (isOneSlip(a, b)) return 'one-edit'
  return equal === 2 ? 'two-of-three' : byDistance(a, b)
}

/** Compares what both sides know. Parts that one side lacks neither help nor harm. */
export const compareDatesOfBirth = (
  a: DateParts | undefined,
  b: DateParts | undefined,
): DateOfBirthLevel | undefined => {
  if (a === undefined || b === undefined) return undefined
  if (a.digits === undefined || b.digits === undefined) return comparePartial(a, b)
  return a.digits === b.digits ? 'exact' : compareWhole(a, b)
}
