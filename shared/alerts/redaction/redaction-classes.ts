// Which field of an alert may go to whom: every field has a class, and a new field does not compile until it has one.
import type { AlertContent } from '../content/alert-content.ts'

/**
 * Why something is taken out. X1: whereabouts, where abuse or a restricted address was sent below H3. X4: only the least
 * is shared. X6: an adopted child's own authority is told of the child, without the birth family's data.
 * @see policy §5; PDS restricted patients; ContactPoint regulations 6 and 11(3) (SI 2007/2182)
 */
export const redactionRules = ['X1', 'X4', 'X6'] as const
export type RedactionRule = (typeof redactionRules)[number]

/** What each rule does to a field, and which words stand in it, from which protected places, numbers and names are struck. */
type RedactionClass = Readonly<Record<RedactionRule, 'keep' | 'drop'>> & {
  readonly words: 'none' | 'told' | 'reach'
}

export type OptionalField = {
  [Field in keyof AlertContent]-?: undefined extends AlertContent[Field] ? Field : never
}[keyof AlertContent]

/** A field without which an alert is no alert. It can be struck from, not dropped. */
type Indispensable = Readonly<Record<RedactionRule, 'keep'>> & {
  readonly words: 'none' | 'told' | 'reach'
}

const coded = { X1: 'keep', X4: 'keep', X6: 'keep', words: 'none' } as const
const worded = { ...coded, words: 'told' } as const
/** How to reach the referrer: without places, and with the telephone. */
const reach = { ...coded, words: 'reach' } as const
/** Of the birth family; emptied where a field may not be absent. */
const account = { ...worded, X4: 'drop', X6: 'drop' } as const
const whereabouts = { ...worded, X1: 'drop', X6: 'drop' } as const

/** The total table, one line a field. */
export const redactionClasses = {
  harmSent: coded,
  harm: coded,
  raisedBy: coded,
  decision: coded,
  rule: coded,
  basis: coded,
  policyVersion: coded,
  why: coded,
  alsoTold: coded,
  tellParent: coded,
  flags: coded,
  factors: coded,
  banners: coded,
  care: coded,
  event: coded,
  joined: coded,
  phoneCall: coded,
  adults: coded,
  children: worded,
  protected: coded,
  accumulation: worded,
  earlier: worded,
  reason: worded,
  safety: worded,
  consent: worded,
  referrer: reach,
  ownReference: worded,
  whereabouts,
  homesElsewhere: { ...coded, X1: 'drop', X6: 'drop' },
  narrative: account,
  protectiveFactors: account,
  childView: account,
  whyChildrenUnknown: account,
  substances: account,
  disabilities: account,
  involvement: account,
  unread: account,
} as const satisfies {
  readonly [Field in keyof AlertContent]-?: Field extends OptionalField
    ? RedactionClass
    : Indispensable
}
