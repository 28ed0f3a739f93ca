import type { DateParts } from '../normalise/date-parts.ts'
import type { NameFeatures } from '../normalise/name-features.ts'
import { compareFamilyNames, type FamilyNameLevel } from './family-name.ts'
import { compareGivenNames, type GivenNameLevel } from './given-name.ts'

/** Somebody of the family under one name. */
export type Relative = {
  readonly name: NameFeatures | undefined
  readonly dateOfBirth: DateParts | undefined
}

export const relativeLevels = [
  'name-and-date',
  'full-name',
  'date',
  'given-name',
  'different',
] as const
export type RelativeLevel = (typeof relativeLevels)[number]

/** Whether a level of a relative's name says that the names agree. An initial or a faint likeness says nothing either way. */
const agreementAt = {
  exact: true,
  nickname: true,
  close: true,
  barrel: true,
  'left-out': true,
  like: undefined,
  contradicts: false,
  initial: undefined,
  similar: undefined,
  faint: undefined,
  different: false,
} as const satisfies Record<GivenNameLevel | FamilyNameLevel, boolean | undefined>

const agreement = (level: GivenNameLevel | FamilyNameLevel | undefined): boolean | undefined =>
  level === undefined ? undefined : agreementAt[level]

/** Whether both bear one family name. */
export const areOfOneName = (a: Relative, b: Relative): boolean =>
  a.name !== undefined &&
  b.name !== undefined &&
  agreement(compareFamilyNames(a.name, b.name)) === true

const datesAgree = (a: Relative, b: Relative): boolean | undefined => {
  const date = a.dateOfBirth?.digits
  const other = b.dateOfBirth?.digits
  return date === undefined || other === undefined ? undefined : date === other
}

const byDateAlone = (date: boolean | undefined): RelativeLevel | undefined => {
  if (date === undefined) return undefined
  return date ? 'date' : 'different'
}

/** How two relatives agree. Twins share a date, so a date with another forename is no agreement. */
export const compareRelatives = (a: Relative, b: Relative): RelativeLevel | undefined => {
  const date = datesAgree(a, b)
  if (a.name === undefined || b.name === undefined) return byDateAlone(date)
  const given = agreement(compareGivenNames(a.name, b.name))
  if (given === undefined) return byDateAlone(date)
  if (!given || date === false) return 'different'
  if (date) return 'name-and-date'
  return areOfOneName(a, b) ? 'full-name' : 'given-name'
}
