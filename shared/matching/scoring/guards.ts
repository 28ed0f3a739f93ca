import { areOfChildren, type Findings } from '../comparisons/comparisons.ts'
import type { DateOfBirthLevel } from '../comparisons/date-of-birth.ts'
import type { FamilyNameLevel } from '../comparisons/family-name.ts'
import type { GivenNameLevel } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import { childGuardsOf } from './child-guards.ts'
import { familyAgrees } from './family-agrees.ts'
import type { Guard } from './guard.ts'

/** An initial is compatible with the name it begins; twins are given names less alike than `similar`. */
const forenameAgrees = {
  exact: true,
  nickname: true,
  close: true,
  'other-given': true,
  initial: true,
  similar: true,
  faint: false,
  different: false,
} as const satisfies Record<GivenNameLevel, boolean>
/** Two of one family bear one forename a generation apart at least, so a date some months off is no other person's. */
const dateAgrees = {
  exact: true,
  'known-parts': true,
  'day-month-swapped': true,
  'one-edit': true,
  'two-of-three': true,
  year: true,
  near: true,
  loose: true,
  different: false,
} as const satisfies Record<DateOfBirthLevel, boolean>
const dateAsTwins = {
  exact: true,
  'known-parts': true,
  'day-month-swapped': true,
  'one-edit': false,
  'two-of-three': false,
  year: false,
  near: false,
  loose: false,
  different: false,
} as const satisfies Record<DateOfBirthLevel, boolean>

type Levels = {
  readonly given: GivenNameLevel | undefined
  readonly family: FamilyNameLevel | undefined
  readonly date: DateOfBirthLevel | undefined
  readonly sameNumber: boolean
  readonly otherNumber: boolean
}

const levelsOf = (findings: Findings): Levels => ({
  given: findings['given-name'],
  family: findings['family-name'],
  date: findings['date-of-birth'],
  sameNumber: findings.identifier === 'same',
  // Numbers issued one after the other differ in two characters, as twins' do; one character, no check digit allows.
  otherNumber: findings.identifier === 'different' || findings.identifier === 'two-edits',
})

const rules: readonly (readonly [Guard, (levels: Levels) => boolean])[] = [
  ['forename-differs', ({ given, sameNumber }) => !sameNumber && !holdsAt(forenameAgrees, given)],
  ['date-of-birth-differs', ({ date, sameNumber }) => !sameNumber && !holdsAt(dateAgrees, date)],
  ['nhs-number-differs', ({ otherNumber }) => otherNumber],
  [
    'nhs-number-alone',
    ({ given, date, sameNumber }) =>
      sameNumber && !holdsAt(forenameAgrees, given) && !holdsAt(dateAgrees, date),
  ],
  ['one-name-only', ({ given, family }) => given === undefined || family === undefined],
  [
    'possible-twin',
    ({ given, family, date, sameNumber }) =>
      !sameNumber &&
      given !== undefined &&
      !holdsAt(forenameAgrees, given) &&
      holdsAt(familyAgrees, family) &&
      holdsAt(dateAsTwins, date),
  ],
]

/**
 * The guards that follow from one pair's findings, whatever its weight. Weights can be trained wrongly; these cannot.
 * @see HMPPS Person Match, twins rule; NHS PDS trace, number with date of birth
 */
export const guardsOf = (findings: Findings): readonly Guard[] => {
  if (areOfChildren(findings)) return childGuardsOf(findings)
  const levels = levelsOf(findings)
  return rules.filter(([, applies]) => applies(levels)).map(([guard]) => guard)
}
