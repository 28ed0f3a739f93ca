import type { ChildFeatures } from '../normalise/child-features.ts'
import type { DateParts } from '../normalise/date-parts.ts'
import { daysEarly, daysLate } from '../normalise/due.ts'
import { compareRelatives } from './relative.ts'

export const childrenLevels = [
  'two-children',
  'name-and-date',
  'full-name',
  'date',
  'given-name',
  'expected-date',
  'different',
] as const
export type ChildrenLevel = (typeof childrenLevels)[number]

const isBirthOf = (expected: DateParts | undefined, born: DateParts | undefined): boolean => {
  const due = expected?.dayNumber
  const day = born?.dayNumber
  return due !== undefined && day !== undefined && day >= due - daysEarly && day <= due + daysLate
}

const sameDue = (a: ChildFeatures, b: ChildFeatures): boolean => {
  const due = a.expected?.dayNumber
  const other = b.expected?.dayNumber
  return due !== undefined && other !== undefined && Math.abs(due - other) <= daysLate
}

const isDated = ({ dateOfBirth, expected }: ChildFeatures): boolean =>
  dateOfBirth !== undefined || expected !== undefined

const compareChild = (a: ChildFeatures, b: ChildFeatures): ChildrenLevel | undefined => {
  const expected =
    sameDue(a, b) || isBirthOf(a.expected, b.dateOfBirth) || isBirthOf(b.expected, a.dateOfBirth)
  const named = compareRelatives(a, b)
  if (expected && (named === undefined || named === 'different')) return 'expected-date'
  // A child told by a name alone, which may be another name of any child, is no sign against the family.
  return named === 'different' && !(isDated(a) && isDated(b)) ? undefined : named
}

const countOfSure = (some: readonly ChildFeatures[], others: readonly ChildFeatures[]): number =>
  some.filter((one) => others.some((other) => compareChild(one, other) === 'name-and-date')).length

/**
 * Whether the children named with a concern are those of a register adult. It speaks for the family, not for the person:
 * the other parent has the same children, so the household weights of this comparison are nearly as high.
 */
export const compareChildren = (
  a: readonly ChildFeatures[],
  b: readonly ChildFeatures[],
): ChildrenLevel | undefined => {
  if (a.length === 0 || b.length === 0) return undefined
  if (Math.min(countOfSure(a, b), countOfSure(b, a)) >= 2) return 'two-children'
  const found = new Set(a.flatMap((one) => b.map((other) => compareChild(one, other))))
  return childrenLevels.find((level) => found.has(level))
}
