import type { AddressLevel } from '../comparisons/address.ts'
import type { AdultsLevel } from '../comparisons/adults.ts'
import type { ChildFindings, Findings } from '../comparisons/comparisons.ts'
import type { DateOfBirthLevel } from '../comparisons/date-of-birth.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import { familyAgrees } from './family-agrees.ts'

/** The whole day agrees. */
const isWholeDate = {
  exact: true,
  'known-parts': false,
  'day-month-swapped': true,
  'one-edit': false,
  'two-of-three': false,
  year: false,
  near: false,
  loose: false,
  different: false,
} as const satisfies Record<DateOfBirthLevel, boolean>

/** Cousins of one name may live in one home, so a date some months off is another child's. */
const isDateDenied = {
  exact: false,
  'known-parts': false,
  'day-month-swapped': false,
  'one-edit': false,
  'two-of-three': false,
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
  'home-number-slip': 'unsure',
  place: 'unsure',
  'number-near-place': 'unsure',
  neighbour: 'unsure',
  street: 'unsure',
  'near-place': 'unsure',
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
} as const satisfies Record<AdultsLevel, boolean>

/** What the guards of children read: of the child's own, and of what its brothers and sisters share. */
export type Agreement = {
  readonly sameNumber: boolean
  readonly otherNumber: boolean
  readonly samePregnancy: boolean
  readonly wholeDate: boolean
  readonly dateDenied: boolean
  /** The forename itself; siblings may have names nearly alike, and so may the short forms of two names be. */
  readonly forename: 'same' | 'same-with-date' | 'different' | 'missing'
  readonly otherNames: ChildFindings['other-names']
  /** Whether the family name agrees; undefined where a side has none. */
  readonly familyName: boolean | undefined
  readonly where: Whereabouts
  readonly sameFamily: boolean
}

const forenameOf = (findings: Findings & ChildFindings): Agreement['forename'] => {
  const { 'given-name': given, 'other-names': others } = findings
  if (given === undefined) return 'missing'
  if (given === 'exact') return others === 'unsaid' ? 'same-with-date' : 'same'
  const isOtherForm = given === 'nickname' || (given === 'other-given' && others === 'same')
  return isOtherForm ? 'same-with-date' : 'different'
}

export const agreementOf = (findings: Findings & ChildFindings): Agreement => {
  const { identifier, address, age, 'family-name': family } = findings
  const date = findings['date-of-birth']
  const expected = findings['expected-date']
  return {
    sameNumber: identifier === 'same',
    otherNumber: identifier === 'different' || identifier === 'two-edits',
    samePregnancy: expected === 'same-pregnancy',
    wholeDate: holdsAt(isWholeDate, date),
    dateDenied: holdsAt(isDateDenied, date) || age === 'different' || expected === 'different',
    forename: forenameOf(findings),
    otherNames: findings['other-names'],
    familyName: family === undefined ? undefined : familyAgrees[family],
    where: address === undefined ? 'unsure' : whereaboutsAt[address],
    sameFamily: holdsAt(isSameFamily, findings.adults),
  }
}
