import { isAtHome } from '../comparisons/at-home.ts'
import type { ChildrenLevel } from '../comparisons/children.ts'
import { areOfChildren, type Findings } from '../comparisons/comparisons.ts'
import type { DateOfBirthLevel } from '../comparisons/date-of-birth.ts'
import type { FamilyNameLevel } from '../comparisons/family-name.ts'
import type { GivenNameLevel } from '../comparisons/given-name.ts'
import { holdsAt } from '../comparisons/holds-at.ts'
import { areExchanged } from '../comparisons/name-pairing.ts'
import { childGuardsOf } from './child-guards.ts'
import { familyAgrees } from './family-agrees.ts'
import type { Guard } from './guard.ts'
import type { NameRarity } from './rarity.ts'

type Forename = 'agrees' | 'alike' | 'differs'

/** `alike` may be the person's own, and may be a brother's, a sister's or a twin's. An initial is compatible with the name it begins. */
const forenameAt = {
  exact: 'agrees',
  'left-out': 'agrees',
  nickname: 'agrees',
  close: 'agrees',
  initial: 'agrees',
  like: 'alike',
  contradicts: 'differs',
  similar: 'alike',
  faint: 'differs',
  different: 'differs',
} as const satisfies Record<GivenNameLevel, Forename>

type Day = 'whole' | 'part' | 'slip' | 'weak' | 'denied'

/**
 * `part` and `slip` need something else to hold it: the home, a telephone, a mailbox or the children. `weak` is what many people share,
 * or may be another's: it confirms nobody but whoever bears the very name, no common one, at the home, or has a mailbox of
 * their own. Two of one family bear one forename a generation apart at least.
 */
const dayAt = {
  exact: 'whole',
  'known-parts': 'part',
  'day-month-swapped': 'whole',
  'one-edit': 'slip',
  'two-of-three': 'slip',
  year: 'weak',
  'year-edit': 'denied',
  'years-apart': 'denied',
  'year-off': 'weak',
  near: 'weak',
  loose: 'weak',
  different: 'denied',
} as const satisfies Record<DateOfBirthLevel, Day>

const areTheChildren = {
  'two-children': true,
  'name-and-date': true,
  'full-name': false,
  date: false,
  'given-name': false,
  'expected-date': false,
  different: false,
} as const satisfies Record<ChildrenLevel, boolean>

const isHeld = ({ address, phone, email, children }: Findings): boolean =>
  holdsAt(isAtHome, address) ||
  address === 'home-number-slip' ||
  phone === 'same' ||
  email === 'same' ||
  holdsAt(areTheChildren, children)

type Levels = {
  readonly forename: Forename | undefined
  readonly day: Day | undefined
  readonly family: FamilyNameLevel | undefined
  readonly sexDiffers: boolean
  readonly isVeryName: boolean
  readonly isAtHome: boolean
  readonly isExactName: boolean
  readonly hasOwn: boolean
  readonly isHeld: boolean
  readonly sameNumber: boolean
  readonly otherNumber: boolean
}

/** With the halves exchanged the name of their own may stand in either: what is only close there is only alike. */
const forenameOf = (findings: Findings): Forename | undefined => {
  const { 'given-name': given, 'family-name': family, 'name-form': form } = findings
  if (given === undefined) return undefined
  const isOnlyClose = given === 'close' || family === 'close'
  const isDoubtful = isOnlyClose && holdsAt(areExchanged, form)
  return isDoubtful && forenameAt[given] === 'agrees' ? 'alike' : forenameAt[given]
}

const levelsOf = (findings: Findings, rarity: NameRarity): Levels => {
  const given = findings['given-name']
  const family = findings['family-name']
  const date = findings['date-of-birth']
  return {
    forename: forenameOf(findings),
    day: date && dayAt[date],
    family,
    sexDiffers: findings.sex === 'different',
    isExactName: given === 'exact',
    hasOwn: findings.email === 'same',
    isHeld: isHeld(findings),
    isVeryName:
      (given === 'exact' || given === 'left-out') && family === 'exact' && rarity !== 'common',
    isAtHome: holdsAt(isAtHome, findings.address),
    sameNumber: findings.identifier === 'same',
    // Numbers issued one after the other differ in two characters, as twins' do; one character, no check digit allows.
    otherNumber: findings.identifier === 'different' || findings.identifier === 'two-edits',
  }
}

/** A name that is only like the one sought is taken for it where something else of the person's own agrees. */
const isForenameDenied = ({ forename, hasOwn }: Levels): boolean =>
  forename !== 'agrees' && !(forename === 'alike' && hasOwn)

/** Somebody of the same family and day: a twin, unless the forename is the very one, or another form of it and the sex agrees. */
const mayBeTwin = (levels: Levels): boolean =>
  levels.forename !== undefined &&
  holdsAt(familyAgrees, levels.family) &&
  (levels.day === 'whole' || levels.day === 'part') &&
  (isForenameDenied(levels) || (levels.sexDiffers && !levels.isExactName))

/** Of somebody without a date only the very name, no common one, at the home, with a mailbox of their own, is enough. */
const isDayMissed = ({ day, isVeryName, isAtHome: home, hasOwn }: Levels): boolean =>
  day === undefined ? !(isVeryName && home && hasOwn) : day === 'denied'

const isDayWeak = ({ day, isVeryName, isAtHome: home, hasOwn, isHeld: held }: Levels): boolean =>
  (day === 'weak' && !(home && (isVeryName || hasOwn))) ||
  ((day === 'part' || day === 'slip') && !held)

/** A number may stand in the wrong record: a child's, a twin's, a husband's. */
const isNumberDenied = ({ forename, day, sexDiffers }: Levels): boolean =>
  forename === 'differs' || day === 'denied' || sexDiffers

/** Each of somebody who is not told by a number. */
const unnumbered: readonly (readonly [Guard, (levels: Levels) => boolean])[] = [
  ['forename-differs', isForenameDenied],
  ['family-name-differs', ({ family }) => family === 'contradicts'],
  ['date-of-birth-differs', isDayMissed],
  ['date-of-birth-weak', isDayWeak],
  ['possible-twin', mayBeTwin],
]

const always: readonly (readonly [Guard, (levels: Levels) => boolean])[] = [
  ['nhs-number-differs', ({ otherNumber }) => otherNumber],
  ['nhs-number-alone', (levels) => levels.sameNumber && isNumberDenied(levels)],
  ['one-name-only', ({ forename, family }) => forename === undefined || family === undefined],
]

/**
 * The guards that follow from one pair's findings, whatever its weight. Weights can be trained wrongly; these cannot. A
 * number is evidence beside the name, the day and the sex, and stands for none of them.
 * @see HMPPS Person Match, twins rule; NHS PDS trace, number with date of birth
 */
export const guardsOf = (findings: Findings, rarity: NameRarity = 'rare'): readonly Guard[] => {
  if (areOfChildren(findings)) return childGuardsOf(findings)
  const levels = levelsOf(findings, rarity)
  const rules = levels.sameNumber ? always : [...unnumbered, ...always]
  return rules.filter(([, applies]) => applies(levels)).map(([guard]) => guard)
}
