import { isResent } from '../chronology/resent.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Alert } from './alert.ts'

/** A concern before this one, with the adults it was matched to and the alerts it raised, as they now stand. */
export type EarlierConcern = {
  readonly stored: StoredConcern
  readonly confirmed: readonly string[]
  readonly alerts: readonly Alert[]
}

/** The most concerns that one alert takes in besides its own, and the most bytes: an item of the table holds 400 kB. */
export const mostFurtherNotices = 5
const mostBytes = 200_000

const tellingOf = (
  { concern, submittedBy, receivedAt }: StoredConcern,
  adultIds: readonly string[],
) => ({
  agency: submittedBy.agency,
  statedOn: concern.incidentOn,
  adultIds,
  recordedAt: receivedAt,
})

/** Whether the alert may take in the other: undecided, to the same authority, and at least as grave; H3 never goes in. */
const takesIn = (open: Alert, fresh: Alert): boolean => {
  const known = open.content.children.map(({ childId }) => childId)
  return (
    open.authority === fresh.authority &&
    open.kind !== 'unmatched' &&
    (open.state === 'RAISED' || open.state === 'ACKNOWLEDGED') &&
    !isAtLeast(fresh.harm, 'H3') &&
    isAtLeast(open.harm, fresh.harm) &&
    fresh.content.children.every(({ childId }) => known.includes(childId)) &&
    (open.furtherNotices ?? []).length < mostFurtherNotices
  )
}

const withNotice = (open: Alert, fresh: Alert, now: Date): Alert => {
  const notice = { concernId: fresh.concernId, at: now.toISOString(), content: fresh.content }
  return {
    ...open,
    version: open.version + 1,
    furtherNotices: [...(open.furtherNotices ?? []), notice],
  }
}

/**
 * Splits planned alerts into those to be raised and open ones that take a repetition in. What the second concern says is
 * then in the first's alert, a version on, so that nobody answers it unread; only the second alarm is spared.
 */
export const mergeAlerts = (
  fresh: readonly Alert[],
  about: {
    readonly stored: StoredConcern
    readonly confirmed: readonly string[]
    readonly now: Date
  },
  earlier: readonly EarlierConcern[],
): { readonly raised: Alert[]; readonly merged: Alert[] } => {
  const told = tellingOf(about.stored, about.confirmed)
  const open = earlier
    .filter(({ stored, confirmed }) => isResent(tellingOf(stored, confirmed), told))
    .flatMap(({ alerts }) => alerts)
  const raised: Alert[] = []
  const merged: Alert[] = []
  for (const alert of fresh) {
    const taker = open.find((each) => takesIn(each, alert))
    const joined = taker && withNotice(taker, alert, about.now)
    if (joined !== undefined && Buffer.byteLength(JSON.stringify(joined)) <= mostBytes)
      merged.push(joined)
    else raised.push(alert)
  }
  return { raised, merged }
}
