import type { AddressLevel } from '../comparisons/address.ts'
import type { AdultsLevel } from '../comparisons/adults.ts'
import type { ChildFindings, Findings } from '../comparisons/comparisons.ts'
import type { DateOfBirthLevel } from '../comparisons/date-of-birth.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import { familyAgrees } from './family-agrees.ts'
import { isWholeDate } from './is-whole-date.ts'

/** Cousins of one name may live in one home, so a date some months off is another child's. */
const isDateDenied = {
  exact: false,
  'known-parts': false,
  'day-month-swapped': false,
  'one-edit': false,
  'two-of-three': false,
  'year-edit': true,
  'years-apart': true,
  'year-off': true,
  year: false,
  near: true,
  loose: true,
  different: true,
} as const satisfies Record<DateOfBirthLevel, boolean>

type Whereabouts = 'home' | 'elsewhere' | 'unsure'

const whereaboutsAt = {
  property: 'home',
  home: 'home',
  'home-in-part': 'home',
  'home-place-slip': 'home',
  building: 'unsure',
  'home-number-slip': 'unsure',
  place: 'unsure',
  'number-near-place': 'unsure',
  neighbour: 'elsewhere',
  street: 'elsewhere',
  'near-place': 'elsewhere',
  area: 'elsewhere',
  number: 'elsewhere',
  different: 'elsewhere',
} as const satisfies Record<AddressLevel, Whereabouts>

const isSameFamily = {
  'two-adults': true,
  'full-name-and-date': true,
  'name-and-date': true,
  'full-name': false,
  date: false,
  'given-name': false,
  different: false,
  'another-parent': false,
} as const satisfies Record<AdultsLevel, boolean>

/** What the guards of children read: of the child's own, and of what its brothers and sisters share. */
export type Agreement = {
  readonly sameNumber: boolean
  readonly otherNumber: boolean
  readonly samePregnancy: boolean
  readonly wholeDate: boolean
  readonly dateDenied: boolean
  readonly ownName: ChildFindings['own-name']
  /** Whether the family name agrees; undefined where a side has none. */
  readonly familyName: boolean | undefined
  readonly where: Whereabouts
  readonly sameFamily: boolean
  readonly otherParent: boolean
}

export const agreementOf = (findings: Findings & ChildFindings): Agreement => {
  const { identifier, address, age, 'family-name': family } = findings
  const date = findings['date-of-birth']
  const expected = findings['expected-date']
  const sameFamily = holdsAt(isSameFamily, findings.adults)
  // An age is often a year out, but so may a cousin's of the same name be.
  const isAgeDenied = age === 'different' || (age === 'near' && !sameFamily)
  return {
    sameNumber: identifier === 'same',
    otherNumber: identifier === 'different' || identifier === 'two-edits',
    samePregnancy: expected === 'same-pregnancy',
    wholeDate: holdsAt(isWholeDate, date),
    dateDenied: holdsAt(isDateDenied, date) || isAgeDenied || expected === 'different',
    ownName: findings['own-name'],
    familyName: family === undefined ? undefined : familyAgrees[family],
    where: address === undefined ? 'unsure' : whereaboutsAt[address],
    sameFamily,
    otherParent: findings.adults === 'another-parent',
  }
}
