import type { AgreedWith } from '../agencies/agreed-times.ts'
import { isAuthority } from '../agencies/holder.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { NewId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Alert } from './alert.ts'
import { isOfWhatWasSent } from './answers/sender-told.ts'
import { mergeAlerts, noticeAgain, type Resent } from './further-notice.ts'
import { eachOnce, type Reaching, withEveryWhy } from './one-version.ts'
import { childrenOf, type Decided, raiseAlert, updateAlert } from './plan-alerts.ts'
import { isSameRecipient, type RecipientOf } from './recipients-of.ts'

/** What becomes of the alerts of one concern: new ones, and open ones a version on. */
export type Telling = {
  readonly raised: readonly Alert[]
  /** Open ones that begin anew, with a clock of their own. */
  readonly anew: readonly Alert[]
  readonly updated: readonly Alert[]
  /** Open alerts of an earlier concern that take this one in. */
  readonly merged: readonly Alert[]
  /** The alert by which each recipient has the concern, told before or now. */
  readonly alertOf: (recipient: RecipientOf) => Alert | undefined
}

const isOpen = ({ state }: Alert): boolean => state !== 'FED_BACK'

/** Whether somebody has the concern by this alert: one of an ended authority’s is now its replacement’s. */
const isHeldBy = (
  alert: Alert,
  recipient: Pick<RecipientOf, 'authority' | 'isOfAdopted'>,
): boolean =>
  alert.moved === undefined &&
  (isSameRecipient(alert, recipient) ||
    isSameRecipient({ ...alert, authority: alert.inherited?.from ?? alert.authority }, recipient))

/** The alert by which somebody has the concern: the one still open, else the last. Ids sort by when they were raised. */
const latestFor = (
  recipient: Pick<RecipientOf, 'authority' | 'isOfAdopted'>,
  before: readonly Alert[],
): Alert | undefined => {
  const theirs = before
    .filter((alert) => isHeldBy(alert, recipient))
    .toSorted((one, other) => (one.alertId < other.alertId ? 1 : -1))
  return theirs.find(isOpen) ?? theirs[0]
}

/**
 * Whether what was answered has to be answered again, by an alert of its own: more of the concern, or more harm. Further
 * children, or another authority told, are told in the answered alert.
 */
const asksAnew = (reached: Alert, next: Alert): boolean =>
  !isOpen(reached) && (next.decision !== reached.decision || !isAtLeast(reached.harm, next.harm))

/** Whether the alert that took a concern in is too narrow, or not grave enough, for what is now known of that concern. */
const tellsLess = (taker: Alert, { decision, harmAfter }: Decided['decision']): boolean =>
  (taker.decision === 'SHARE_MINIMAL' && decision === 'SHARE') || !isAtLeast(taker.harm, harmAfter)

type Step = Reaching & { readonly fresh?: Alert; readonly updated?: Alert | undefined }

/** Whether an alert can begin anew: nothing has been decided on it, and no other concern is in it. */
const canBeginAnew = ({ state, furtherNotices = [] }: Alert): boolean =>
  (state === 'RAISED' || state === 'ACKNOWLEDGED') && furtherNotices.length === 0

/**
 * An alert with the clock, and the acknowledgement still to come, of a new one: it was raised because of what is known,
 * and is now one of which the sender may know, who is owed an answer from this day.
 */
const begunAnew = (reached: Alert, fresh: Alert): Alert => {
  const {
    acknowledgement: _before,
    handOvers: _theirs,
    chaseAt: _then,
    agreed: _earlier,
    ...kept
  } = reached
  const { state, raisedAt, dueAt, agreed, chases, isOfWhatWasSent: isSeen } = fresh
  const isLess = reached.decision === 'SHARE' && fresh.decision === 'SHARE_MINIMAL'
  const { alertId: _own, version: _first, children, ...told } = fresh
  return {
    ...kept,
    ...(isLess ? {} : told),
    children: isAuthority(reached.authority)
      ? [...new Set([...reached.children, ...children])]
      : [],
    authority: reached.authority,
    version: reached.version + 1,
    ...{ state, raisedAt, dueAt, chases },
    ...present({ agreed, isOfWhatWasSent: isSeen }),
  }
}

type About = {
  readonly decided: Decided
  /** What the sender may see from now on; what it saw before stands in the concern. */
  readonly seen?: StoredConcern['seen']
  /** Alerts of this concern so far. */
  readonly before: readonly Alert[]
  readonly resent: readonly Resent[]
  readonly agreedWith: AgreedWith
  readonly now: Date
  readonly newId: NewId
}

/** What one recipient is told: a new alert, or the one that it has a version on. */
const stepOf = (
  stored: StoredConcern,
  recipient: RecipientOf,
  { decided, seen, before, agreedWith, now, newId, others }: About & { readonly others: boolean },
): Step => {
  const reached = latestFor(recipient, before)
  const isSeen = isOfWhatWasSent(recipient, { seen })
  const raise = (): Alert => ({
    ...raiseAlert(stored, recipient, { decided, agreedWith, now, newId }),
    ...(isSeen && { isOfWhatWasSent: true }),
  })
  const told: Reaching = { recipient, reached }
  const isNowSeen = isSeen && reached?.isOfWhatWasSent !== true
  if (reached === undefined || isNowSeen) return { ...told, fresh: raise() }
  const isOfAnother = reached.concernId !== stored.concernId
  if (isOfAnother && tellsLess(reached, decided.decision)) return { ...told, fresh: raise() }
  if (isOfAnother)
    return {
      ...told,
      updated: noticeAgain(reached, {
        stored,
        children: childrenOf(recipient, decided.joined).map(({ childId }) => childId),
        number: decided.number,
      }),
    }
  const next = updateAlert(reached, stored, { recipient, decided, now, others })
  return next !== undefined && asksAnew(reached, next)
    ? { ...told, fresh: raise() }
    : { ...told, updated: next }
}

const asNow = (alerts: readonly Alert[], changed: readonly Alert[]): readonly Alert[] =>
  alerts.map((alert) => changed.findLast(({ alertId }) => alertId === alert.alertId) ?? alert)

/** What each is told, one after the other: two may have the concern by one alert, an authority’s and one’s that it replaced. */
const stepsOf = (
  stored: StoredConcern,
  recipients: readonly RecipientOf[],
  about: About,
): readonly Step[] => {
  const { before } = about
  const others = recipients.some((recipient) => latestFor(recipient, before) === undefined)
  const steps: Step[] = []
  for (const recipient of recipients) {
    const changed = steps.flatMap(({ updated }) => updated ?? [])
    steps.push(stepOf(stored, recipient, { ...about, others, before: asNow(before, changed) }))
  }
  return steps
}

/** New alerts; and in the place of a second one to the same recipient, the first begun anew. */
const withoutSecond = (
  stored: StoredConcern,
  alone: readonly Alert[],
  { before }: Pick<About, 'before'>,
): Pick<Telling, 'raised' | 'anew'> => {
  const firstOf = (alert: Alert): Alert | undefined => {
    const reached = latestFor(alert, before)
    const isOwn = reached?.concernId === stored.concernId
    return isOwn && alert.isOfWhatWasSent && canBeginAnew(reached) ? reached : undefined
  }
  return {
    raised: alone.filter((alert) => firstOf(alert) === undefined),
    anew: alone.flatMap((alert) => {
      const first = firstOf(alert)
      return first === undefined ? [] : [begunAnew(first, alert)]
    }),
  }
}

/**
 * Tells each recipient once: a new alert, the one that it has a version on where this assessment says more, or, where the
 * same agency has told of the same incident, the open alert of that concern (F12).
 */
export const tell = (
  stored: StoredConcern,
  recipients: readonly RecipientOf[],
  about: About,
): Telling => {
  const { decided, now } = about
  const steps = stepsOf(stored, recipients, about)
  const next = steps.flatMap((step) => step.updated ?? [])
  const before = asNow(about.before, next)
  const resent = about.resent.map((one) => ({ ...one, alerts: asNow(one.alerts, next) }))
  const fresh = steps.flatMap((step) => step.fresh ?? [])
  const joining = { stored, number: decided.number, now }
  const { raised: alone, merged, widened } = mergeAlerts(fresh, joining, resent)
  const { raised, anew } = withoutSecond(stored, alone, { before })
  const changed = eachOnce([...next, ...widened, ...merged, ...anew]).map((alert) =>
    withEveryWhy(alert, stored.concernId, steps),
  )
  const isIn = (alerts: readonly Alert[]) => (alert: Alert) =>
    alerts.some(({ alertId }) => alertId === alert.alertId)
  const [isAnew, isUpdated] = [isIn(anew), isIn([...next, ...widened])]
  const all = [...raised, ...changed, ...before]
  return {
    raised,
    anew: changed.filter(isAnew),
    updated: changed.filter((alert) => isUpdated(alert) && !isAnew(alert)),
    merged: changed.filter((alert) => !isUpdated(alert) && !isAnew(alert)),
    alertOf: (recipient) => all.find((alert) => isHeldBy(alert, recipient)),
  }
}
