import type { AgreedWith } from '../agencies/agreed-times.ts'
import { isAuthority } from '../agencies/holder.ts'
import { londonDay } from '../calendar/london-day.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { isRealReason } from '../codes/why-not-sought.ts'
import { recordedFactors } from '../concerns/child-victim.ts'
import { consentOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { JoinedChild } from '../household/joined-child.ts'
import { alertIdSchema, type ChildId, type NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import { ruleOf } from '../sharing/rule-of.ts'
import type { Alert } from './alert.ts'
import { newClock } from './answers/due.ts'
import { priorityOf } from './content/priority.ts'
import { careOf } from './content/special-care.ts'
import type { RecipientOf } from './recipients-of.ts'

/** What an assessment decided, as much as its alerts rest on. */
export type Decided = {
  readonly number: number
  readonly decision: Decision
  readonly facts: Facts
  readonly joined: readonly JoinedChild[]
}

/** The joined children that this recipient is told of: its own, and an adopted one apart from all others. */
export const childrenOf = (
  { authority, isOfAdopted }: RecipientOf,
  joined: readonly JoinedChild[],
): readonly JoinedChild[] =>
  joined.filter((child) => child.authority === authority && child.isAdopted === isOfAdopted)

const kindOf = (decision: Decision, children: readonly unknown[]): Alert['kind'] => {
  if (ruleOf(decision).isForEarlyHelp) return 'early-help'
  return children.length > 0 ? 'matched' : 'unmatched'
}

/** What an alert says in codes, whenever the decision behind it changes. */
const toldIn = (
  { concern }: StoredConcern,
  recipient: RecipientOf,
  { number, decision, facts, joined, today }: Decided & { readonly today: string },
) => {
  const children = childrenOf(recipient, joined)
  const care = careOf(concern, facts, { known: children, today })
  return {
    assessment: number,
    why: [...recipient.why],
    kind: kindOf(decision, children),
    isLeadsOnly: decision.leadsOnly || recipient.isOfAdopted === true,
    ...(recipient.isOfAdopted && { isOfAdopted: recipient.isOfAdopted }),
    children: children.map(({ childId }) => childId),
    decision: decision.decision === 'SHARE' ? ('SHARE' as const) : ('SHARE_MINIMAL' as const),
    harm: decision.harmAfter,
    priority: priorityOf({
      harm: decision.harmAfter,
      care,
      hasAccumulated: facts.combination || facts.threeInThree,
    }),
    rule: decision.rule,
    policyVersion: decision.policyVersion,
    factors: recordedFactors(concern),
  }
}

/** Whether what was told overrides a refusal, and whether its sender gave a reason for that. */
const overriddenIn = (stored: StoredConcern): Alert['overridden'] => {
  const { status, whyNotSought } = consentOf(stored) ?? {}
  if (status !== 'REFUSED' && status !== 'WITHDRAWN') return undefined
  const withReason = stored.concern.whyOverridden !== undefined || isRealReason(whyNotSought)
  return { withReason }
}

/** A new alert for one recipient, with its clock. */
export const raiseAlert = (
  stored: StoredConcern,
  recipient: RecipientOf,
  {
    decided,
    agreedWith,
    now,
    newId,
  }: {
    readonly decided: Decided
    readonly agreedWith: AgreedWith
    readonly now: Date
    readonly newId: NewId
  },
): Alert => ({
  alertId: alertIdSchema.parse(newId(now)),
  concernId: stored.concernId,
  authority: recipient.authority,
  ...toldIn(stored, recipient, { ...decided, today: londonDay(now) }),
  agencyName: stored.submittedBy.agencyName,
  ...present({ overridden: overriddenIn(stored) }),
  state: 'RAISED',
  version: 1,
  ...newClock(decided.decision.harmAfter, now, agreedWith(recipient.authority)),
})

const union = (one: readonly ChildId[], more: readonly ChildId[]): ChildId[] => [
  ...new Set([...one, ...more]),
]

/**
 * The alert a version on, where a later assessment says more: further children, another authority that holds one, or
 * more of the concern. Undefined where it says no more: what was reached is never taken back.
 */
export const updateAlert = (
  alert: Alert,
  stored: StoredConcern,
  {
    recipient,
    decided,
    now,
    others,
  }: {
    readonly recipient: RecipientOf
    readonly decided: Decided
    readonly now: Date
    /** Whether the other authorities told are not the same as before. */
    readonly others: boolean
  },
): Alert | undefined => {
  const told = toldIn(stored, recipient, { ...decided, today: londonDay(now) })
  // Of an ended authority’s children the partnership lead, who has its alert until it is placed, is told nothing.
  const children = isAuthority(alert.authority) ? union(alert.children, told.children) : []
  const isWider = alert.decision === 'SHARE_MINIMAL' && told.decision === 'SHARE'
  const isGraver = !isAtLeast(alert.harm, told.harm)
  if (children.length === alert.children.length && !isWider && !isGraver && !others)
    return undefined
  const isLess = alert.decision === 'SHARE' && told.decision === 'SHARE_MINIMAL'
  const kept = isLess
    ? { decision: alert.decision, rule: alert.rule, assessment: alert.assessment }
    : {}
  const kind = kindOf(decided.decision, children)
  return { ...alert, ...told, ...kept, kind, children, version: alert.version + 1 }
}
