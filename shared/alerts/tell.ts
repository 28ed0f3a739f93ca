import { isAtLeast } from '../codes/harm-levels.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { NewId } from '../kernel/ids.ts'
import type { Alert } from './alert.ts'
import { mergeAlerts, noticeAgain, type Resent } from './further-notice.ts'
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

/** The alert by which somebody has the concern: the one still open, else the last. Ids sort by when they were raised. */
const latestFor = (recipient: RecipientOf, before: readonly Alert[]): Alert | undefined => {
  const theirs = before
    .filter((alert) => isSameRecipient(alert, recipient))
    .toSorted((one, other) => (one.alertId < other.alertId ? 1 : -1))
  return theirs.find(isOpen) ?? theirs[0]
}

/**
 * Whether what is known now needs an alert of its own: it was answered without it; or the alert that took the concern in is
 * another concern's, which tells less of itself or is less grave. `next`: that alert as it would be.
 */
const asksAnew = (
  reached: Alert,
  next: Alert | undefined,
  { concernId }: StoredConcern,
): boolean => {
  if (next === undefined) return false
  if (!isOpen(reached)) return true
  const isWider = next.decision !== reached.decision
  return reached.concernId !== concernId && (isWider || !isAtLeast(reached.harm, next.harm))
}

/** A new alert; or one that stands, a version on where there is more to tell. */
type Step = { readonly fresh?: Alert; readonly updated?: Alert | undefined }

/**
 * Tells each recipient once: a new alert, the one that it has a version on where this assessment says more or tells
 * another authority, or, where the same agency has told of the same incident, the open alert of that concern (F12).
 * `before`: alerts by which the concern has been told so far.
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
  const others = recipients.some((recipient) => latestFor(recipient, before) === undefined)
  const steps = recipients.map((recipient): Step => {
    const reached = latestFor(recipient, before)
    const context = { recipient, decided, now }
    const next = reached && updateAlert(reached, stored, { ...context, others: false })
    if (reached === undefined || asksAnew(reached, next, stored))
      return { fresh: raiseAlert(stored, recipient, { decided, now, newId }) }
    return {
      updated:
        reached.concernId === stored.concernId
          ? updateAlert(reached, stored, { ...context, others })
          : noticeAgain(reached, stored, { recipient, decided }),
    }
  })
  const fresh = steps.flatMap((step) => step.fresh ?? [])
  const updated = steps.flatMap((step) => step.updated ?? [])
  const { raised, merged } = mergeAlerts(fresh, { stored, number: decided.number, now }, resent)
  const all = [...raised, ...merged, ...updated, ...before]
  return {
    raised,
    updated,
    merged,
    alertOf: (recipient) => all.find((alert) => isSameRecipient(alert, recipient)),
  }
}
