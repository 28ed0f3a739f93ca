import type { AuthorityCode } from '../agencies/authorities.ts'
import { dueAfter } from '../clocks/working-days.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { alertIdSchema, type ChildId, type NewId } from '../kernel/ids.ts'
import type { Decision } from '../sharing/decision.ts'
import type { Facts } from '../sharing/facts.ts'
import type { Alert } from './alert.ts'
import { disclose } from './disclose.ts'

/** Working days an authority has to acknowledge. @see Working Together: decision on the response in one working day */
const acknowledgementDays = 1

/** A child the matcher joined to the subject, with the authority that answers for them. */
export type MatchedChild = {
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
 * would otherwise reach nobody. One alert for one authority, however many children.
 */
const recipientsOf = (
  decision: Decision,
  matched: readonly MatchedChild[],
  stated: AuthorityCode,
): Recipient[] => {
  const isShared = decision.decision === 'SHARE' || decision.decision === 'SHARE_MINIMAL'
  const kind = decision.rule === 'R15' ? 'early-help' : 'matched'
  const known = isShared ? matched : []
  const byAuthority = Map.groupBy(known, ({ authority }) => authority)
  const toKnown = [...byAuthority].map(
    ([authority, children]): Recipient => ({ authority, kind, children }),
  )
  const isNobodyTold = isShared && toKnown.length === 0
  const needsUnmatched = decision.unmatchedAlert || isNobodyTold
  if (!needsUnmatched || byAuthority.has(stated)) return toKnown
  return [...toKnown, { authority: stated, kind: 'unmatched', children: [] }]
}

/** The alerts of one decision, redacted once, here, for each recipient. An unmatched alert names no register child. */
export const planAlerts = (
  stored: StoredConcern,
  decided: {
    readonly decision: Decision
    readonly facts: Facts
    readonly matched: readonly MatchedChild[]
  },
  { now, newId }: { readonly now: Date; readonly newId: NewId },
): Alert[] => {
  const { decision, matched } = decided
  return recipientsOf(decision, matched, stored.concern.authority).map(
    ({ authority, kind, children }) => ({
      alertId: alertIdSchema.parse(newId(now)),
      concernId: stored.concernId,
      authority,
      kind,
      state: 'RAISED',
      version: 1,
      harmLevel: decision.harmAfter,
      rule: decision.rule,
      policyVersion: decision.policyVersion,
      content: disclose(stored, children, decided),
      raisedAt: now.toISOString(),
      dueAt: dueAfter(now, acknowledgementDays).toISOString(),
      chases: 0,
    }),
  )
}
