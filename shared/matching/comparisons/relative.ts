import type { DateParts } from '../normalise/date-parts.ts'
import type { NameFeatures } from '../normalise/name-features.ts'
import type { FamilyNameLevel } from './family-name.ts'
import type { GivenNameLevel } from './given-name.ts'
import { pairNames } from './name-pairing.ts'

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

type Named = Relative & { readonly name: NameFeatures }

/** The names laid together as they best agree: parents, too, are written with the family name first. */
const laid = (a: Named, b: Named) => pairNames([a.name], [b.name])

/** Whether both bear one family name. */
export const areOfOneName = (a: Relative, b: Relative): boolean =>
  isNamed(a) && isNamed(b) && agreement(laid(a, b)?.family) === true

const isNamed = (one: Relative): one is Named => one.name !== undefined

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
  if (!(isNamed(a) && isNamed(b))) return byDateAlone(date)
  const given = agreement(laid(a, b)?.given)
  if (given === undefined) return byDateAlone(date)
  if (!given || date === false) return 'different'
  if (date) return 'name-and-date'
  return areOfOneName(a, b) ? 'full-name' : 'given-name'
}
