import { monthsBefore } from '../calendar/months.ts'
import { type Domain, domainNames, domainsOf } from '../codes/factors.ts'
import type { Chronology, Notification } from './notification.ts'
import { standing } from './standing.ts'
import { withoutResent } from './without-resent.ts'

/** About 100 kB of the 400 kB that an item may have. */
const most = 200

const newestOf = (
  domain: Domain,
  notifications: readonly Notification[],
): Notification | undefined =>
  notifications.findLast(({ factors }) => domainsOf(factors).includes(domain))

/**
 * What the head keeps: the twelve months that accumulation looks back. Of more than two hundred in them the newest that
 * are not resent, and the newest of each domain: neither "two domains" nor "three notifications" can then come out
 * differently. Nothing is lost by it, for every entry has a row of its own that is never dropped.
 */
const kept = (notifications: readonly Notification[], now: Date): Notification[] => {
  const year = notifications.filter(
    ({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, 12),
  )
  if (year.length <= most) return year
  const counted = standing(year)
  const wanted = new Set([
    ...withoutResent(counted).slice(-most),
    ...domainNames.map((domain) => newestOf(domain, counted)),
  ])
  return counted.filter((one) => wanted.has(one))
}

/** The head with this concern in it; undefined where it stands there already, as after a commit that went half-way. */
export const remember = (
  chronology: Chronology,
  notification: Notification,
  now: Date,
): Chronology | undefined =>
  chronology.notifications.some(({ concernId }) => concernId === notification.concernId)
    ? undefined
    : {
        ...chronology,
        version: chronology.version + 1,
        notifications: kept([...chronology.notifications, notification], now),
      }
