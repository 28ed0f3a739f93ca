import { isAuthority } from '../agencies/holder.ts'
import { isResent } from '../chronology/resent.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { statedPerson } from '../concerns/stated-person.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
import type { Alert } from './alert.ts'
import { isSameRecipient } from './recipients-of.ts'

/** A concern before this one of the same agency, and the alerts it is in, as they now stand. */
export type Resent = { readonly stored: StoredConcern; readonly alerts: readonly Alert[] }

/** The most concerns that one alert takes in besides its own. */
export const mostFurtherNotices = 5

const tellingOf = ({ concern, submittedBy, receivedAt }: StoredConcern) => ({
  agency: submittedBy.agency,
  stated: statedPerson(concern.subject),
  statedOn: concern.incidentOn,
  recordedAt: receivedAt,
})

/** Whether a concern tells again what this earlier one told: by what was sent, known family or not (policy §9.3). */
export const repeats = (first: StoredConcern, later: StoredConcern): boolean =>
  isResent(tellingOf(first), tellingOf(later))

/**
 * Whether the alert may take in the other: undecided, to the same recipient, and at least as grave; H3 never goes in. Known
 * children do not count: where the sender can tell that two concerns are in one alert, only what was sent may decide it.
 */
const takesIn = (open: Alert, fresh: Alert): boolean =>
  open.moved === undefined &&
  isSameRecipient(open, fresh) &&
  open.isOfWhatWasSent === fresh.isOfWhatWasSent &&
  (open.state === 'RAISED' || open.state === 'ACKNOWLEDGED') &&
  open.isLeadsOnly === fresh.isLeadsOnly &&
  open.decision === fresh.decision &&
  !isAtLeast(fresh.harm, 'H3') &&
  isAtLeast(open.harm, fresh.harm) &&
  (open.furtherNotices ?? []).length < mostFurtherNotices

const withNotice = (
  open: Alert,
  fresh: Alert,
  { number, now }: { readonly number: number; readonly now: Date },
): Alert => {
  const notice = { concernId: fresh.concernId, assessment: number, at: now.toISOString() }
  const children = [...new Set([...open.children, ...fresh.children])]
  return {
    ...open,
    version: open.version + 1,
    kind: open.kind === 'unmatched' && children.length > 0 ? 'matched' : open.kind,
    children,
    furtherNotices: [
      ...(open.furtherNotices ?? []).filter(({ concernId }) => concernId !== fresh.concernId),
      notice,
    ],
  }
}

/**
 * The alert that took a concern in, once a later assessment of that concern knows further children of its authority; else
 * undefined.
 */
export const noticeAgain = (
  taker: Alert,
  {
    stored,
    children,
    number,
  }: {
    readonly stored: StoredConcern
    readonly children: Alert['children']
    readonly number: number
  },
): Alert | undefined => {
  // Of an ended authority’s children the partnership lead is told nothing.
  const isToldNone = !isAuthority(taker.authority)
  if (isToldNone || children.every((childId) => taker.children.includes(childId))) return undefined
  return {
    ...taker,
    version: taker.version + 1,
    children: [...new Set([...taker.children, ...children])],
    ...present({
      furtherNotices: taker.furtherNotices?.map((notice) =>
        notice.concernId === stored.concernId ? { ...notice, assessment: number } : notice,
      ),
    }),
  }
}

/**
 * Splits planned alerts into those to be raised and open ones that take a repetition in. What the second concern says is
 * then in the first's alert, a version on, so that nobody answers it unread; only the second alarm is spared, and not even
 * that where a further child is known (`widened`). An alert of which the sender may know goes into such an alert alone, so
 * that what others are told shifts nothing that the sender sees.
 */
export const mergeAlerts = (
  fresh: readonly Alert[],
  about: { readonly stored: StoredConcern; readonly number: number; readonly now: Date },
  earlier: readonly Resent[],
): { readonly raised: Alert[]; readonly merged: Alert[]; readonly widened: Alert[] } => {
  const open = earlier
    .filter(({ stored }) => repeats(stored, about.stored))
    .flatMap(({ alerts }) => alerts)
  const taken = fresh.map((alert) => {
    const taker = open.find((each) => takesIn(each, alert))
    return { alert, taker, joined: taker && withNotice(taker, alert, about) }
  })
  const joined = taken.flatMap((one) => (one.joined === undefined ? [] : [one.joined]))
  const isWider = ({ alertId, children }: Alert): boolean =>
    taken.some(
      (one) => one.taker?.alertId === alertId && one.taker.children.length < children.length,
    )
  return {
    raised: taken.flatMap((one) => (one.joined === undefined ? [one.alert] : [])),
    merged: joined.filter((alert) => !isWider(alert)),
    widened: joined.filter(isWider),
  }
}
