import { type AuthorityCode, authorityCodeSchema } from '../../agencies/authorities.ts'
import { type Holder, isAuthority } from '../../agencies/holder.ts'
import { isAtLeast } from '../../codes/harm-levels.ts'
import { alertIdSchema, type ChildId } from '../../kernel/ids.ts'
import { present } from '../../kernel/present.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import type { Alert } from '../alert.ts'
import { messageOf, raisedMessage } from '../alert-message.ts'
import { isSameRecipient } from '../recipients-of.ts'
import { acknowledgementDue, dueBy } from './due.ts'
import { type Moment, reroute } from './reroute.ts'

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
const takenOn = (alert: Alert, to: AuthorityCode, { agreedWith, now, newId }: Moment): Alert => {
  const {
    chaseAt: _then,
    answeredIn: _theirs,
    // Work ids of the authority that has ended.
    handOvers: _between,
    agreed: _ended,
    wasDue: _before,
    acknowledgement,
    ...kept
  } = alert
  const standing = asItStands(alert)
  const agreed = agreedWith(to)
  const due = acknowledgementDue({ harm: alert.harm, raisedAt: now, agreed })
  return {
    ...dueBy(kept, due, now),
    ...standing,
    ...(standing.state !== 'RAISED' && acknowledgement !== undefined && { acknowledgement }),
    alertId: alertIdSchema.parse(newId(now)),
    authority: to,
    version: 1,
    raisedAt: now.toISOString(),
    ...present({ agreed }),
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
  const own = inheritedFrom(alert, from)
  const inherited = { from, children: union(theirs.inherited?.children ?? [], own.children) }
  const children = isAuthority(theirs.authority)
    ? union(theirs.children, inherited.children)
    : theirs.children
  const kind = theirs.kind === 'unmatched' && children.length > 0 ? 'matched' : theirs.kind
  return { ...theirs, version: theirs.version + 1, children, kind, inherited }
}

/** Whether nobody has said anything on an alert yet but that they have it: all else would be lost in another. */
const isUntouched = (alert: Alert): boolean => {
  const { outcome, outcomeProposed, rerouted, reroutedFrom } = alert
  const { challenges, silences, furtherNotices, tellings } = alert
  const said = [outcome, outcomeProposed, rerouted, reroutedFrom]
  return (
    (alert.state === 'RAISED' || alert.state === 'ACKNOWLEDGED') &&
    [...said, challenges, silences, furtherNotices, tellings].every((one) => one === undefined)
  )
}

/** Whether their alert tells as much of the concern, as gravely, to the same people, and owes its sender what the ended one did. */
const saysAll = (theirs: Alert, alert: Alert): boolean =>
  theirs.isLeadsOnly === alert.isLeadsOnly &&
  (theirs.decision === 'SHARE' || theirs.decision === alert.decision) &&
  isAtLeast(theirs.harm, alert.harm) &&
  (theirs.isOfWhatWasSent === true || alert.isOfWhatWasSent === undefined)

/** Whether an ended authority’s alert goes into theirs: both are as they were raised, and theirs stands for no third authority, of which an alert says one. */
const canJoin = (theirs: Alert, alert: Alert): boolean =>
  theirs.moved === undefined &&
  theirs.state === 'RAISED' &&
  isUntouched(alert) &&
  (theirs.inherited === undefined || theirs.inherited.from === alert.authority)

/**
 * Gives an open alert of an authority that has ended to whoever took its place. `siblings`: the alerts of the same concern.
 * The replacement is told once: by its own alert of the concern, if nobody there has it in hand.
 */
export const moveAlert = (
  alert: Alert,
  to: Holder,
  { siblings, agreedWith, now, newId }: Moment & { readonly siblings: readonly Alert[] },
): Moved => {
  const from = authorityCodeSchema.parse(alert.authority)
  const theirs = siblings.find(
    (one) =>
      isSameRecipient(one, { authority: to, isOfAdopted: alert.isOfAdopted }) &&
      saysAll(one, alert) &&
      canJoin(one, alert),
  )
  if (theirs !== undefined) {
    const joined = joinedWith(theirs, alert, from)
    const message = messageOf(joined, 'alert.updated', { now })
    return { ended: endedBy(alert, joined, now), joined, message }
  }
  // The partnership lead is told nothing of the ended authority's records.
  const next = isAuthority(to)
    ? takenOn(alert, to, { agreedWith, now, newId })
    : reroute(alert, to, { agreedWith, now, newId })
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
