import type { AuthorityCode } from '../agencies/authorities.ts'
import { isMember } from '../agencies/stated-authority.ts'
import { londonDay } from '../calendar/london-day.ts'
import { dueAfter } from '../calendar/working-days.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { alertIdSchema, type ChildId, type NewId } from '../kernel/ids.ts'
import type { Stage } from '../people/stage.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import { ruleOf } from '../sharing/rule-of.ts'
import type { Alert } from './alert.ts'
import type { PastOfConcern } from './content/past-of-concern.ts'
import { priorityOf } from './content/priority.ts'
import { disclose } from './redaction/disclose.ts'

/** Working days an authority has to acknowledge. @see Working Together: decision on the response in one working day */
const acknowledgementDays = 1

/** A child the matcher joined to the subject, with the authority that answers for them. */
export type MatchedChild = Stage & {
  readonly childId: ChildId
  readonly relationship: string
  readonly authority: AuthorityCode
}

type Recipient = {
  readonly authority: AuthorityCode
  readonly kind: Alert['kind']
  readonly children: readonly MatchedChild[]
}

/**
 * Who is told: each authority that answers for a matched child, and where the decision says so the authority in which
 * the child is said to live or be found, without identity; the latter too when a decision to share
 * would otherwise reach nobody, and only once. One alert for one authority, however many children. A stated authority
 * that {@link needsHoldingQueue} has nobody here to tell.
 */
const recipientsOf = (
  decision: Decision,
  matched: readonly MatchedChild[],
  { concern: { authority: stated }, alertedWithoutIdentity }: StoredConcern,
): Recipient[] => {
  const goesOut = isShared(decision.decision)
  const kind = ruleOf(decision).isForEarlyHelp ? 'early-help' : 'matched'
  const known = goesOut ? matched : []
  const byAuthority = Map.groupBy(known, ({ authority }) => authority)
  const toKnown = [...byAuthority].map(
    ([authority, children]): Recipient => ({ authority, kind, children }),
  )
  const isNobodyTold = goesOut && toKnown.length === 0
  const needsUnmatched =
    (decision.unmatchedAlert || isNobodyTold) && alertedWithoutIdentity !== true
  if (!needsUnmatched || !isMember(stated) || byAuthority.has(stated)) return toKnown
  return [...toKnown, { authority: stated, kind: 'unmatched', children: [] }]
}

/** The alerts of one decision, redacted once, here, for each recipient. An unmatched alert names no register child. */
export const planAlerts = (
  stored: StoredConcern,
  decided: {
    readonly decision: Decision
    readonly facts: Facts
    readonly matched: readonly MatchedChild[]
    readonly past: PastOfConcern
  },
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Alert[] => {
  const { decision, matched } = decided
  const today = londonDay(now)
  return recipientsOf(decision, matched, stored).map(({ authority, kind, children }) => {
    const content = disclose(stored, children, { ...decided, today })
    return {
      alertId: alertIdSchema.parse(newId(now)),
      concernId: stored.concernId,
      authority,
      kind,
      state: 'RAISED',
      version: 1,
      harm: decision.harmAfter,
      priority: priorityOf(decision.harmAfter, content.care),
      rule: decision.rule,
      policyVersion: decision.policyVersion,
      content,
      raisedAt: now.toISOString(),
      dueAt: dueAfter(now, acknowledgementDays).toISOString(),
      chases: 0,
    }
  })
}
