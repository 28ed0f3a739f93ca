import { type AuthorityCode, authorityCodeSchema } from '../../agencies/authorities.ts'
import { type Holder, isAuthority } from '../../agencies/holder.ts'
import { alertIdSchema, type ChildId, type NewId } from '../../kernel/ids.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import type { Alert } from '../alert.ts'
import { messageOf, raisedMessage } from '../alert-message.ts'
import { isSameRecipient } from '../recipients-of.ts'
import { acknowledgementDue, dueBy } from './due.ts'
import { owedOn } from './owed.ts'
import { reroute } from './reroute.ts'

type Moment = { readonly now: Date; readonly newId: NewId }

/** What moving an alert changes: the one that ends, and the one by which whoever took the place has it. */
export type Moved = {
  readonly ended: Alert
  /** A new alert, or the replacement's own open one a version on. */
  readonly raised?: Alert
  readonly joined?: Alert
  readonly message: OutboxMessage
}

const union = (one: readonly ChildId[], other: readonly ChildId[]): ChildId[] => [
  ...new Set([...one, ...other]),
]

const inheritedFrom = (alert: Alert, from: AuthorityCode): NonNullable<Alert['inherited']> => ({
  from,
  children: union(alert.inherited?.children ?? [], alert.children),
})

/** What was decided stays decided; where nothing was, somebody at the replacement has yet to have it. */
const asItStands = (alert: Alert): Partial<Alert> => {
  const { state, outcome, outcomeProposed } = alert
  const isUndecided = outcome === undefined && outcomeProposed === undefined
  return isUndecided && state === 'ACKNOWLEDGED' ? { state: 'RAISED' } : { state }
}

/** The alert as the replacement has it: all that it says and all that was answered, with a clock of its own. */
const takenOn = (alert: Alert, to: AuthorityCode, { now, newId }: Moment): Alert => {
  const { chaseAt: _then, acknowledgement, ...kept } = alert
  const standing = asItStands(alert)
  const due = acknowledgementDue(alert.harm, now)
  return {
    ...dueBy(kept, due, now),
    ...standing,
    ...(standing.state !== 'RAISED' && acknowledgement !== undefined && { acknowledgement }),
    alertId: alertIdSchema.parse(newId(now)),
    authority: to,
    version: 1,
    raisedAt: now.toISOString(),
    reroutedFrom: alert.reroutedFrom ?? alert.alertId,
  }
}

const endedBy = (alert: Alert, next: Alert, now: Date): Alert => {
  const { chaseAt: _never, reminders: _theirs, ...rest } = alert
  const moved = { to: next.authority, alertId: next.alertId, at: now.toISOString() }
  return { ...rest, version: alert.version + 1, chases: 0, moved }
}

/** The replacement's own open alert of the same concern, with the children of the ended one's. */
const joinedWith = (theirs: Alert, alert: Alert, from: AuthorityCode): Alert => {
  const inherited = inheritedFrom(alert, from)
  const children = isAuthority(theirs.authority)
    ? union(theirs.children, inherited.children)
    : theirs.children
  const kind = theirs.kind === 'unmatched' && children.length > 0 ? 'matched' : theirs.kind
  return { ...theirs, version: theirs.version + 1, children, kind, inherited }
}

/**
 * Gives an open alert of an authority that has ended to whoever took its place. `siblings`: the alerts of the same concern.
 * The replacement is told once: by its own open alert of the concern, if it has one.
 */
export const moveAlert = (
  alert: Alert,
  to: Holder,
  { siblings, now, newId }: Moment & { readonly siblings: readonly Alert[] },
): Moved => {
  const from = authorityCodeSchema.parse(alert.authority)
  const theirs = siblings.find(
    (one) =>
      isSameRecipient(one, { authority: to, isOfAdopted: alert.isOfAdopted }) &&
      one.isLeadsOnly === alert.isLeadsOnly &&
      owedOn(one) !== undefined,
  )
  if (theirs !== undefined) {
    const joined = joinedWith(theirs, alert, from)
    const message = messageOf(joined, 'alert.updated', { now })
    return { ended: endedBy(alert, joined, now), joined, message }
  }
  // The partnership lead is told nothing of the ended authority's records.
  const next = isAuthority(to)
    ? takenOn(alert, to, { now, newId })
    : reroute(alert, to, { now, newId })
  const raised = { ...next, inherited: inheritedFrom(alert, from) }
  return { ended: endedBy(alert, raised, now), raised, message: raisedMessage(raised, now) }
}

/** An alert that the partnership lead places with a replacement, with what that inherits: its children, which the lead was not told of. */
export const withInheritance = (placed: Alert, from: Alert, isHeir: boolean): Alert => {
  const { inherited } = from
  if (inherited === undefined || !isHeir) return placed
  const children = union(placed.children, inherited.children)
  return {
    ...placed,
    inherited,
    children,
    ...(children.length > 0 && { kind: 'matched' as const }),
  }
}
