import type { AdultFeatures, ChildsOwn } from '../normalise/childs-own.ts'
import { daysEarly, daysLate } from '../normalise/due.ts'
import { type AdultLevel, compareAdult } from './adults.ts'

/**
 * `same-pregnancy` is a birth expected, or come, when the other record says, of a mother who agrees: no mother expects
 * two births at once. Without her, the dates alone agree.
 */
export const expectedDateLevels = [
  'same-pregnancy',
  'born-when-due',
  'due-together',
  'different',
] as const
export type ExpectedDateLevel = (typeof expectedDateLevels)[number]

/** A longer span of birth, such as a year, may hold an expected date without saying that it is this birth. */
const tellingDays = 62

const compareBirth = (
  due: number,
  { born }: ChildsOwn,
): 'born-when-due' | 'different' | undefined => {
  if (born === undefined) return undefined
  if (born.last < due - daysEarly || born.first > due + daysLate) return 'different'
  return born.last - born.first <= tellingDays ? 'born-when-due' : undefined
}

const compareDates = (a: ChildsOwn, b: ChildsOwn): ExpectedDateLevel | undefined => {
  if (a.born !== undefined && b.born !== undefined) return undefined
  if (a.due === undefined) return b.due === undefined ? undefined : compareBirth(b.due, a)
  if (b.due === undefined) return compareBirth(a.due, b)
  return Math.abs(a.due - b.due) <= daysLate ? 'due-together' : 'different'
}

const agreesAt = {
  'full-name-and-date': true,
  'name-and-date': true,
  'full-name': true,
  date: false,
  'given-name': false,
  different: false,
} as const satisfies Record<AdultLevel, boolean>

/** One of the two at least is called the mother, and neither is called anything else. */
const isSameMother = (a: AdultFeatures, b: AdultFeatures): boolean => {
  const roles = [a.role, b.role].filter((role) => role !== undefined)
  if (roles.length === 0 || roles.some((role) => role !== 'mother')) return false
  const level = compareAdult(a, b)
  return level !== undefined && agreesAt[level]
}

/** Compares when a birth was expected with when the other was expected, or came. */
export const compareExpectedDates = (a: ChildsOwn, b: ChildsOwn): ExpectedDateLevel | undefined => {
  const dates = compareDates(a, b)
  if (dates === undefined || dates === 'different') return dates
  const isOne = a.adults.some((mother) => b.adults.some((other) => isSameMother(mother, other)))
  return isOne ? 'same-pregnancy' : dates
}
