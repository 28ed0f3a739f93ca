import { type DateParts, dayNumberOf, digitsOf } from '../normalise/date-parts.ts'
import { editDistance } from '../text/edit-distance.ts'

export const dateOfBirthLevels = [
  'exact',
  'year-and-month',
  'day-month-swapped',
  'one-edit',
  'year',
  'two-of-three',
  'near',
  'different',
] as const
export type DateOfBirthLevel = (typeof dateOfBirthLevels)[number]

const nearDays = 62

const comparePartial = (a: DateParts, b: DateParts): DateOfBirthLevel => {
  if (a.year !== b.year) return 'different'
  if (a.month === undefined || b.month === undefined) return 'year'
  return a.month === b.month ? 'year-and-month' : 'different'
}

const equalParts = (a: DateParts, b: DateParts): number =>
  Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day)

const isSwapped = (a: DateParts, b: DateParts): boolean =>
  a.year === b.year && a.month === b.day && a.day === b.month

const daysApart = (a: DateParts, b: DateParts): number =>
  Math.abs((dayNumberOf(a) ?? 0) - (dayNumberOf(b) ?? 0))

/** Compares what both sides know. Parts that one side lacks neither help nor harm, down to the year alone. */
export const compareDatesOfBirth = (
  a: DateParts | undefined,
  b: DateParts | undefined,
): DateOfBirthLevel | undefined => {
  if (a === undefined || b === undefined) return undefined
  const digits = digitsOf(a)
  const others = digitsOf(b)
  if (digits === undefined || others === undefined) return comparePartial(a, b)
  if (digits === others) return 'exact'
  if (isSwapped(a, b)) return 'day-month-swapped'
  if (editDistance(digits, others) === 1) return 'one-edit'
  if (equalParts(a, b) === 2) return 'two-of-three'
  return daysApart(a, b) <= nearDays ? 'near' : 'different'
}
