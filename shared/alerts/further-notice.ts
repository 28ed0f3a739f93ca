import { isResent } from '../chronology/resent.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { statedPerson } from '../concerns/stated-person.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Alert } from './alert.ts'
import { childrenOf, type Decided } from './plan-alerts.ts'
import { isSameRecipient, type RecipientOf } from './recipients-of.ts'

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

/** Whether the alert may take in the other: undecided, to the same recipient, and at least as grave; H3 never goes in. */
const takesIn = (open: Alert, fresh: Alert): boolean =>
  isSameRecipient(open, fresh) &&
  (open.state === 'RAISED' || open.state === 'ACKNOWLEDGED') &&
  open.isLeadsOnly === fresh.isLeadsOnly &&
  open.decision === fresh.decision &&
  !isAtLeast(fresh.harm, 'H3') &&
  isAtLeast(open.harm, fresh.harm) &&
  fresh.children.every((childId) => open.children.includes(childId)) &&
  (open.furtherNotices ?? []).length < mostFurtherNotices

const withNotice = (
  open: Alert,
  fresh: Alert,
  { number, now }: { readonly number: number; readonly now: Date },
): Alert => {
  const notice = { concernId: fresh.concernId, assessment: number, at: now.toISOString() }
  return {
    ...open,
    version: open.version + 1,
    furtherNotices: [...(open.furtherNotices ?? []), notice],
  }
}

/**
 * The alert that took a concern in, once a later assessment of that concern knows further children of its authority; else
 * undefined.
 */
export const noticeAgain = (
  taker: Alert,
  { concernId }: StoredConcern,
  { recipient, decided }: { readonly recipient: RecipientOf; readonly decided: Decided },
): Alert | undefined => {
  const children = childrenOf(recipient, decided.joined).map(({ childId }) => childId)
  if (children.every((childId) => taker.children.includes(childId))) return undefined
  return {
    ...taker,
    version: taker.version + 1,
    children: [...new Set([...taker.children, ...children])],
    furtherNotices: (taker.furtherNotices ?? []).map((notice) =>
      notice.concernId === concernId ? { ...notice, assessment: decided.number } : notice,
    ),
  }
}

/**
 * Splits planned alerts into those to be raised and open ones that take a repetition in. What the second concern says is
 * then in the first's alert, a version on, so that nobody answers it unread; only the second alarm is spared.
 */
export const mergeAlerts = (
  fresh: readonly Alert[],
  about: { readonly stored: StoredConcern; readonly number: number; readonly now: Date },
  earlier: readonly Resent[],
): { readonly raised: Alert[]; readonly merged: Alert[] } => {
  const open = earlier
    .filter(({ stored }) => repeats(stored, about.stored))
    .flatMap(({ alerts }) => alerts)
  const taken = fresh.map((alert) => {
    const taker = open.find((each) => takesIn(each, alert))
    return { alert, joined: taker && withNotice(taker, alert, about) }
  })
  return {
    raised: taken.flatMap(({ alert, joined }) => (joined === undefined ? [alert] : [])),
    merged: taken.flatMap(({ joined }) => joined ?? []),
  }
}
