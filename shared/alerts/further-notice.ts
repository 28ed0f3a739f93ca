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

export const resendHours = 72

/**
 * The same incident told again: by the same agency, about the same adult, with the same stated date, within 72 hours of
 * the first (F12). A concern that states no date may be about anything, so it is never taken for a repetition.
 */
const isResent = (
  stored: StoredConcern,
  confirmed: readonly string[],
  earlier: EarlierConcern,
): boolean => {
  const { incidentOn } = stored.concern
  const apart = Date.parse(stored.receivedAt) - Date.parse(earlier.stored.receivedAt)
  return (
    stored.submittedBy.agency === earlier.stored.submittedBy.agency &&
    incidentOn !== undefined &&
    incidentOn === earlier.stored.concern.incidentOn &&
    apart >= 0 &&
    apart <= resendHours * 60 * 60 * 1000 &&
    confirmed.some((adultId) => earlier.confirmed.includes(adultId))
  )
}

/** Whether the alert may take in the other: undecided, to the same authority, and at least as grave; H3 never goes in. */
const takesIn = (open: Alert, fresh: Alert): boolean => {
  const known = open.content.children.map(({ childId }) => childId)
  return (
    open.authority === fresh.authority &&
    open.kind !== 'unmatched' &&
    (open.state === 'RAISED' || open.state === 'ACKNOWLEDGED') &&
    fresh.harm < 'H3' &&
    fresh.harm <= open.harm &&
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
  const open = earlier
    .filter((each) => isResent(about.stored, about.confirmed, each))
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
