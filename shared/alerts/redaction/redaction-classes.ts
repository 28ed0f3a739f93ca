// Which field of an alert may go to whom: every field has a class, and a new field does not compile until it has one.
import type { AlertContent } from '../content/alert-content.ts'

/**
 * Why something is taken out. X1: an address must stay hidden. X4: only the least is shared. X5: the child's own
 * sensitive service, by name; `X5-below-H3`: and by what it told, which needs suspected significant harm. X6: adoption.
 * @see PDS restricted patients; ContactPoint regulations 6 and 11(3) (SI 2007/2182)
 */
export const redactionRules = ['X1', 'X4', 'X5', 'X5-below-H3', 'X6'] as const
export type RedactionRule = (typeof redactionRules)[number]

/** `clean`: the field stays and the cleaner of its name in `redact` takes from it what the rule forbids. */
type Fate = 'keep' | 'clean' | 'drop'
export type RedactionClass = Readonly<Record<RedactionRule, Fate>>

/** A field without which an alert is no alert. It can be cleaned, and emptied by that, but not dropped. */
type Indispensable = Readonly<Record<RedactionRule, 'keep' | 'clean'>>

export type OptionalField = {
  [Field in keyof AlertContent]-?: undefined extends AlertContent[Field] ? Field : never
}[keyof AlertContent]

const coded = {
  X1: 'keep',
  X4: 'keep',
  X5: 'keep',
  'X5-below-H3': 'keep',
  X6: 'keep',
} as const satisfies Indispensable

const reason = {
  X1: 'clean',
  X4: 'clean',
  X5: 'clean',
  'X5-below-H3': 'clean',
  X6: 'clean',
} as const satisfies Indispensable

/** What came before, told by other services: which they were, and whose child, is cleaned; codes and dates stay. */
const past = reason

const context = { ...coded, X4: 'drop' } as const satisfies RedactionClass
const whereabouts = { ...coded, X1: 'drop', X4: 'drop' } as const satisfies RedactionClass
const statement = { ...reason, X4: 'drop' } as const satisfies RedactionClass
const accountOfTheChild = { ...statement, 'X5-below-H3': 'drop' } as const satisfies RedactionClass

/** The total table, one line a field. */
export const redactionClasses = {
  harm: coded,
  factors: coded,
  tellParent: coded,
  banners: coded,
  care: coded,
  protected: coded,
  reason,
  children: { ...coded, X4: 'clean', X6: 'clean' },
  accumulation: past,
  earlier: past,
  referrer: { ...coded, X1: 'clean', X5: 'clean' },
  event: context,
  subject: context,
  consentStatus: context,
  domesticAbuse: context,
  childrenNamed: { ...context, X6: 'drop' },
  addresses: whereabouts,
  phones: whereabouts,
  emails: whereabouts,
  childLocationNow: { ...whereabouts, X6: 'drop' },
  referrerWorkBase: { ...whereabouts, X5: 'drop' },
  narrative: accountOfTheChild,
  protectiveFactors: accountOfTheChild,
  childView: accountOfTheChild,
  parentView: statement,
  keepConfidentialFrom: statement,
  safeContact: statement,
} as const satisfies {
  readonly [Field in keyof AlertContent]-?: Field extends OptionalField
    ? RedactionClass
    : Indispensable
}
