import { isAdolescent, isUnderTwo } from '../../codes/ages.ts'
import { areWatchedInAdolescence } from '../../codes/factors.ts'
import { isChildVictim } from '../../concerns/child-victim.ts'
import type { Concern } from '../../concerns/concern.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import { type Stage, stageOf } from '../../people/stage.ts'
import type { Facts } from '../../sharing/facts.ts'

/** Rules that ask for special care, by id and in words to act on. Each holds or not; none is a score. */
export const careRules = {
  'F5-PREVIOUS_REMOVAL': {
    words: 'A child of this adult was removed before: ask what has changed since',
    isAmberAtLeast: false,
  },
  'F8-UNBORN': {
    words: 'A child is expected: plan before the birth, with midwifery',
    isAmberAtLeast: true,
  },
  'F8-UNDER_TWO': {
    words: 'A child is under two: harm at this age is the gravest; priority is amber at least',
    isAmberAtLeast: true,
  },
  'F8-BIRTH_UPDATE_DUE': {
    words:
      'A child was expected more than six weeks ago and no birth is recorded: find out, and update the register',
    isAmberAtLeast: true,
  },
  'F9-CHILD_IS_VICTIM': {
    words:
      'A child saw, heard or lived through the abuse: a victim in their own right, so 3A is recorded too',
    isAmberAtLeast: false,
  },
  'F10-ASK_ABOUT_NEGLECT': {
    words:
      'A child is ten to fifteen: ask about food, sleep, clothing, health, school, who is at home, and running away',
    isAmberAtLeast: false,
  },
  'F17-ONGOING': {
    words:
      'This has gone on for some time: weigh the pattern, not whether one incident is grave enough',
    isAmberAtLeast: false,
  },
} as const satisfies Record<string, { readonly words: string; readonly isAmberAtLeast: boolean }>
export type CareRule = keyof typeof careRules
export const careRuleIds = keysOf(careRules)

/** An age in years counts from its birthday, where no date is told. */
const stageTold = (child: Concern['children'][number], today: string): Stage =>
  child.ageYears !== undefined && child.dateOfBirth === undefined
    ? { ageMonths: child.ageYears * 12 }
    : stageOf(child, today)

/**
 * The rules that hold for one recipient: of the children it is told of and those the referrer names. `today` is London's.
 * @see safeguarding features F5, F8, F9, F10, F17
 */
export const careOf = (
  concern: Concern,
  { flags, factors, knownRemoval }: Pick<Facts, 'flags' | 'factors' | 'knownRemoval'>,
  { known, today }: { readonly known: readonly Stage[]; readonly today: string },
): CareRule[] => {
  const children = [...known, ...concern.children.map((child) => stageTold(child, today))]
  const ages = children.flatMap(({ ageMonths }) => ageMonths ?? [])
  const holds: Readonly<Record<CareRule, boolean>> = {
    'F5-PREVIOUS_REMOVAL': knownRemoval || flags.includes('PREVIOUS_REMOVAL'),
    'F8-UNBORN': flags.includes('UNBORN') || children.some(({ isUnborn }) => isUnborn === true),
    'F8-UNDER_TWO': ages.some(isUnderTwo),
    'F8-BIRTH_UPDATE_DUE': known.some(({ isBirthUpdateDue }) => isBirthUpdateDue === true),
    'F9-CHILD_IS_VICTIM': isChildVictim(concern),
    'F10-ASK_ABOUT_NEGLECT': areWatchedInAdolescence(factors) && ages.some(isAdolescent),
    'F17-ONGOING': concern.ongoingSince !== undefined,
  }
  return careRuleIds.filter((rule) => holds[rule])
}
