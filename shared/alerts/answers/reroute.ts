import type { AgreedWith } from '../../agencies/agreed-times.ts'
import { type Holder, holdingQueue } from '../../agencies/holder.ts'
import { outcomeRow } from '../../codes/outcomes.ts'
import { alertIdSchema, type NewId } from '../../kernel/ids.ts'
import { present } from '../../kernel/present.ts'
import type { OutboxMessage } from '../../outbox/outbox-message.ts'
import type { Alert } from '../alert.ts'
import { raisedMessage } from '../alert-message.ts'
import { isSameRecipient } from '../recipients-of.ts'
import { newClock } from './due.ts'
import type { Outcome } from './outcome-schema.ts'
import { owedOn } from './owed.ts'

/** When it is passed on, and what was agreed with whoever has it then. */
export type Moment = {
  readonly agreedWith: AgreedWith
  readonly now: Date
  readonly newId: NewId
}

/**
 * Where an outcome passes its alert on to; undefined where it stays, or was passed on before. Another authority: the one
 * named. Not this person: the authority that the sender stated. Who does not answer here, or passes it on to themselves,
 * leaves it to the holding queue. So does who says that this is not their adopted child: the authority that was stated
 * knows the birth family (X6).
 */
export const destinationOf = (
  { authority, rerouted, isOfAdopted }: Alert,
  outcome: Outcome,
  { stated, holderOf }: { readonly stated: string; readonly holderOf: (code: string) => Holder },
): Holder | undefined => {
  if (outcomeRow(outcome.code).reroutes !== true) return undefined
  const meant = outcome.otherAuthority ?? (isOfAdopted === true ? holdingQueue : stated)
  const answers = holderOf(meant)
  const to = answers === authority ? holdingQueue : answers
  return rerouted?.to === to || authority === to ? undefined : to
}

/**
 * A new alert of the same concern to whoever answers for it now, with a clock of its own and nothing of the first one's
 * records.
 */
export const reroute = (alert: Alert, to: Holder, { agreedWith, now, newId }: Moment): Alert => ({
  alertId: alertIdSchema.parse(newId(now)),
  concernId: alert.concernId,
  assessment: alert.assessment,
  authority: to,
  why: ['WHERE_THE_CHILD_IS'],
  kind: 'unmatched',
  isLeadsOnly: alert.isLeadsOnly,
  ...present({ isOfAdopted: alert.isOfAdopted }),
  children: [],
  decision: alert.decision,
  agencyName: alert.agencyName,
  factors: alert.factors,
  state: 'RAISED',
  version: 1,
  harm: alert.harm,
  priority: alert.priority,
  rule: alert.rule,
  policyVersion: alert.policyVersion,
  ...newClock(alert.harm, now, agreedWith(to)),
  reroutedFrom: alert.alertId,
  ...present({ furtherNotices: alert.furtherNotices, overridden: alert.overridden }),
})

/** What passing an alert on changes besides its outcome. */
export type Rerouting = {
  readonly alert: Alert
  /** The other authority's open alert of the same concern, where it has one: no second is raised. */
  readonly joined?: Alert
  readonly raised?: Alert
  readonly message?: OutboxMessage
}

/**
 * Passes an alert on at once. The first authority keeps it until somebody at the other has acknowledged theirs.
 * `siblings`: the alerts of the same concern. To whoever inherits it a new one is always raised: theirs says nothing of the
 * children that go with it.
 */
export const passOn = (
  alert: Alert,
  to: Holder,
  {
    siblings,
    isHeir = false,
    agreedWith,
    now,
    newId,
  }: Moment & { readonly siblings: readonly Alert[]; readonly isHeir?: boolean },
): Rerouting => {
  const at = now.toISOString()
  const linked = (alertId?: Alert['alertId'], takenAt?: string): Alert => ({
    ...alert,
    rerouted: { to, at, ...present({ alertId, takenAt }) },
  })
  const theirs = siblings.find(
    (one) =>
      !isHeir &&
      isSameRecipient(one, { authority: to, isOfAdopted: alert.isOfAdopted }) &&
      owedOn(one) !== undefined,
  )
  if (theirs === undefined) {
    const raised = reroute(alert, to, { agreedWith, now, newId })
    return { alert: linked(raised.alertId), raised, message: raisedMessage(raised, now) }
  }
  if (theirs.state !== 'RAISED') return { alert: linked(theirs.alertId, at) }
  const joined = { ...theirs, version: theirs.version + 1, reroutedFrom: alert.alertId }
  return { alert: linked(theirs.alertId), joined }
}

/** The first authority's alert, once the one that it was passed on to has been acknowledged. */
export const takenOver = (first: Alert, now: Date): Alert | undefined =>
  first.rerouted === undefined || first.rerouted.takenAt !== undefined
    ? undefined
    : {
        ...first,
        version: first.version + 1,
        rerouted: { ...first.rerouted, takenAt: now.toISOString() },
      }
