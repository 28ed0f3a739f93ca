import type { Findings } from '../comparisons/comparisons.ts'

/** Why a match is not automatic. Each is enough alone; none names a value. */
export type Guard =
  | 'below-threshold'
  | 'forename-differs'
  | 'date-of-birth-differs'
  | 'nhs-number-differs'
  | 'nhs-number-alone'
  | 'one-name-only'
  | 'possible-twin'
  | 'household-likelier'
  | 'too-close-to-next'
  | 'lookup-incomplete'

/** An initial is compatible with the name it begins; twins are given names less alike than `similar`. */
const forenameAgrees = new Set(['exact', 'nickname', 'close', 'other-given', 'initial', 'similar'])
const familyAgrees = new Set(['exact', 'barrel', 'close'])
/** Two of one family bear one forename a generation apart at least, so a date some months off is no other person's. */
const dateAgrees = new Set([
  'exact',
  'known-parts',
  'day-month-swapped',
  'one-edit',
  'two-of-three',
  'year',
  'near',
  'loose',
])
const dateAsTwins = new Set(['exact', 'known-parts', 'day-month-swapped'])

type Levels = {
  readonly given: string
  readonly family: string
  readonly date: string
  readonly sameNumber: boolean
  readonly otherNumber: boolean
}

const levelsOf = (findings: Findings): Levels => ({
  given: findings['given-name'] ?? '',
  family: findings['family-name'] ?? '',
  date: findings['date-of-birth'] ?? '',
  sameNumber: findings.identifier === 'same',
  // Numbers issued one after the other differ in two signs, as twins' do; one sign, no check digit allows.
  otherNumber: findings.identifier === 'different' || findings.identifier === 'two-edits',
})

const rules: readonly (readonly [Guard, (levels: Levels) => boolean])[] = [
  ['forename-differs', ({ given, sameNumber }) => !sameNumber && !forenameAgrees.has(given)],
  ['date-of-birth-differs', ({ date, sameNumber }) => !sameNumber && !dateAgrees.has(date)],
  ['nhs-number-differs', ({ otherNumber }) => otherNumber],
  [
    'nhs-number-alone',
    ({ given, date, sameNumber }) =>
      sameNumber && !forenameAgrees.has(given) && !dateAgrees.has(date),
  ],
  ['one-name-only', ({ given, family }) => given === '' || family === ''],
  [
    'possible-twin',
    ({ given, family, date, sameNumber }) =>
      !sameNumber &&
      given !== '' &&
      !forenameAgrees.has(given) &&
      familyAgrees.has(family) &&
      dateAsTwins.has(date),
  ],
]

/**
 * The guards that follow from one pair's findings, whatever its weight. Weights can be trained wrongly; these cannot.
 * @see HMPPS Person Match, twins rule; NHS PDS trace, number with date of birth
 */
export const guardsOf = (findings: Findings): readonly Guard[] => {
  const levels = levelsOf(findings)
  return rules.filter(([, applies]) => applies(levels)).map(([guard]) => guard)
}
