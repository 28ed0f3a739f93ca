import type { ChildFeatures } from '../normalise/child-features.ts'
import type { DateParts } from '../normalise/date-parts.ts'
import { compareFamilyNames, type FamilyNameLevel } from './family-name.ts'
import { compareGivenNames, type GivenNameLevel } from './given-name.ts'

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

/** Whether a level of a child's name says that the names agree. An initial or a faint likeness says nothing either way. */
const agreementAt = {
  exact: true,
  nickname: true,
  close: true,
  barrel: true,
  'other-given': undefined,
  initial: undefined,
  similar: undefined,
  faint: undefined,
  different: false,
} as const satisfies Record<GivenNameLevel | FamilyNameLevel, boolean | undefined>

// A birth this many days before or after the date expected is still that birth.
const early = 120
const late = 21

const agreement = (level: GivenNameLevel | FamilyNameLevel | undefined): boolean | undefined =>
  level === undefined ? undefined : agreementAt[level]

const isBirthOf = (expected: DateParts | undefined, born: DateParts | undefined): boolean => {
  const due = expected?.dayNumber
  const day = born?.dayNumber
  return due !== undefined && day !== undefined && day >= due - early && day <= due + late
}

const sameDue = (a: ChildFeatures, b: ChildFeatures): boolean => {
  const due = a.expected?.dayNumber
  const other = b.expected?.dayNumber
  return due !== undefined && other !== undefined && Math.abs(due - other) <= late
}

const datesAgree = (a: ChildFeatures, b: ChildFeatures): boolean | undefined => {
  const date = a.dateOfBirth?.digits
  const other = b.dateOfBirth?.digits
  return date === undefined || other === undefined ? undefined : date === other
}

const byDateAlone = (date: boolean | undefined): ChildrenLevel | undefined => {
  if (date === undefined) return undefined
  return date ? 'date' : 'different'
}

const compareNamed = (a: ChildFeatures, b: ChildFeatures): ChildrenLevel | undefined => {
  const date = datesAgree(a, b)
  if (a.name === undefined || b.name === undefined) return byDateAlone(date)
  const given = agreement(compareGivenNames(a.name, b.name))
  if (given === undefined) return byDateAlone(date)
  if (!given || date === false) return 'different'
  if (date) return 'name-and-date'
  return agreement(compareFamilyNames(a.name, b.name)) ? 'full-name' : 'given-name'
}

/** How two children agree. Twins share a date, so a date with another forename is no agreement. */
const compareChild = (a: ChildFeatures, b: ChildFeatures): ChildrenLevel | undefined => {
  const expected =
    sameDue(a, b) || isBirthOf(a.expected, b.dateOfBirth) || isBirthOf(b.expected, a.dateOfBirth)
  const named = compareNamed(a, b)
  return expected && (named === undefined || named === 'different') ? 'expected-date' : named
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
