import { type Evidence, levelIn } from './evidence.ts'

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

const forenameAgrees = new Set(['exact', 'nickname', 'close'])
const familyAgrees = new Set(['exact', 'barrel', 'close'])
const dateAgrees = new Set(['exact', 'year-and-month', 'day-month-swapped', 'year'])
const dateAsTwins = new Set(['exact', 'year-and-month', 'day-month-swapped'])

type Levels = {
  readonly given: string
  readonly family: string
  readonly date: string
  readonly sameNumber: boolean
  readonly otherNumber: boolean
}

const levelsOf = (evidence: readonly Evidence[]): Levels => {
  const number = levelIn(evidence, 'nhs-number')
  return {
    given: levelIn(evidence, 'given-name') ?? '',
    family: levelIn(evidence, 'family-name') ?? '',
    date: levelIn(evidence, 'date-of-birth') ?? '',
    sameNumber: number === 'same',
    otherNumber: number === 'different',
  }
}

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
export const guardsOf = (evidence: readonly Evidence[]): readonly Guard[] => {
  const levels = levelsOf(evidence)
  return rules.filter(([, applies]) => applies(levels)).map(([guard]) => guard)
}
