import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { NewId } from '../kernel/ids.ts'
import type { Alert } from './alert.ts'
import { mergeAlerts, type Resent } from './further-notice.ts'
import { type Decided, raiseAlert, updateAlert } from './plan-alerts.ts'
import { isSameRecipient, type RecipientOf } from './recipients-of.ts'

/** What becomes of the alerts of one concern: new ones, and open ones a version on. */
export type Telling = {
  readonly raised: readonly Alert[]
  readonly updated: readonly Alert[]
  /** Open alerts of an earlier concern that take this one in. */
  readonly merged: readonly Alert[]
  /** The alert by which each recipient has the concern, told before or now. */
  readonly alertOf: (recipient: RecipientOf) => Alert | undefined
}

const isOpen = ({ state }: Alert): boolean => state !== 'FED_BACK'

/**
 * Tells each recipient once: a new alert, the open one a version on where this assessment says more, or, where the same
 * agency has told of the same incident, the open alert of that concern (F12). `before`: alerts of this concern so far.
 */
export const tell = (
  stored: StoredConcern,
  recipients: readonly RecipientOf[],
  {
    decided,
    before,
    resent,
    now,
    newId,
  }: {
    readonly decided: Decided
    readonly before: readonly Alert[]
    readonly resent: readonly Resent[]
    readonly now: Date
    readonly newId: NewId
  },
): Telling => {
  const theirs = (recipient: RecipientOf): Alert[] =>
    before.filter((alert) => isSameRecipient(alert, recipient))
  const openFor = (recipient: RecipientOf): Alert | undefined => theirs(recipient).find(isOpen)
  const others = recipients.some((recipient) => theirs(recipient).length === 0)
  /** Nobody has it, or what was answered did not know what is known now. */
  const isNew = (recipient: RecipientOf): boolean =>
    openFor(recipient) === undefined &&
    theirs(recipient).every(
      (closed) =>
        updateAlert(closed, stored, { recipient, decided, now, others: false }) !== undefined,
    )
  const fresh = recipients
    .filter(isNew)
    .map((recipient) => raiseAlert(stored, recipient, { decided, now, newId }))
  const { raised, merged } = mergeAlerts(fresh, { stored, number: decided.number, now }, resent)
  const updated = recipients.flatMap((recipient) => {
    const open = openFor(recipient)
    if (open === undefined) return []
    return updateAlert(open, stored, { recipient, decided, now, others }) ?? []
  })
  const all = [...raised, ...merged, ...updated, ...before]
  return {
    raised,
    updated,
    merged,
    alertOf: (recipient) => all.find((alert) => isSameRecipient(alert, recipient)),
  }
}
