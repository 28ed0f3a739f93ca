import type { DateParts } from '../normalise/date-parts.ts'
import { isOneEdit } from '../text/one-edit.ts'

/** `known-parts` and `year` stand where a side lacks a part: both parts known to both agree, or the year alone does. */
export const dateOfBirthLevels = [
  'exact',
  'known-parts',
  'day-month-swapped',
  'one-edit',
  'two-of-three',
  'year',
  'near',
  'loose',
  'different',
] as const
export type DateOfBirthLevel = (typeof dateOfBirthLevels)[number]

const nearDays = 62
const looseDays = 550

const both = (a: number | undefined, b: number | undefined): boolean | undefined =>
  a === undefined || b === undefined ? undefined : a === b

const comparePartial = (a: DateParts, b: DateParts): DateOfBirthLevel | undefined => {
  const found = [both(a.year, b.year), both(a.month, b.month), both(a.day, b.day)]
  const known = found.filter((each) => each !== undefined)
  const equal = known.filter(Boolean).length
  if (known.length === 0) return undefined
  if (known.length > 1 && equal === known.length) return 'known-parts'
  if (found[0] === true) return known.length === 1 ? 'year' : 'near'
  return equal > 0 && known.length > 1 ? 'loose' : 'different'
}

const equalParts = (a: DateParts, b: DateParts): number =>
  Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day)

const isSwapped = (a: DateParts, b: DateParts): boolean =>
  a.year === b.year && a.month === b.day && a.day === b.month

const compareDistance = (a: DateParts, b: DateParts): DateOfBirthLevel => {
  const days = Math.abs((a.dayNumber ?? 0) - (b.dayNumber ?? 0))
  if (days <= nearDays) return 'near'
  return days <= looseDays || (a.month === b.month && a.day === b.day) ? 'loose' : 'different'
}

/** Compares what both sides know. Parts that one side lacks neither help nor harm. */
export const compareDatesOfBirth = (
  a: DateParts | undefined,
  b: DateParts | undefined,
): DateOfBirthLevel | undefined => {
  if (a === undefined || b === undefined) return undefined
  if (a.digits === undefined || b.digits === undefined) return comparePartial(a, b)
  if (a.digits === b.digits) return 'exact'
  if (isSwapped(a, b)) return 'day-month-swapped'
  if (isOneEdit(a.digits, b.digits)) return 'one-edit'
  return equalParts(a, b) === 2 ? 'two-of-three' : compareDistance(a, b)
}
