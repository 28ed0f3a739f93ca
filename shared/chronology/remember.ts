import { monthsBefore } from '../calendar/months.ts'
import { type Domain, domainNames, domainsOf } from '../codes/factors.ts'
import type { Chronology, Notification } from './notification.ts'
import { standing } from './standing.ts'
import { withoutResent } from './without-resent.ts'

/** About 120 kB of the 400 kB that an item may have. */
const most = 200

/** As long as a concern protects its household (policy §2). */
const monthsKept = 24

const newestOf = (
  domain: Domain,
  notifications: readonly Notification[],
): Notification | undefined =>
  notifications.findLast(({ factors }) => domainsOf(factors).includes(domain))

/**
 * What the head keeps: the twenty-four months that may be asked of. Of more than two hundred in them the newest that are
 * not resent, the newest of each domain and the newest that protects: nothing that is asked of the past can then come out
 * differently. Nothing is lost by it, for every entry has a row of its own that is never dropped.
 */
const kept = (notifications: readonly Notification[], now: Date): Notification[] => {
  const recent = notifications.filter(
    ({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, monthsKept),
  )
  if (recent.length <= most) return recent
  const counted = standing(recent)
  const wanted = new Set([
    ...withoutResent(counted).slice(-most),
    ...domainNames.map((domain) => newestOf(domain, counted)),
    ...recent.filter((one) => one.protects).slice(-most),
  ])
  return recent.filter((one) => wanted.has(one))
}

/** The head with this concern in it, as it now stands; undefined where nothing of it is new. */
export const remember = (
  chronology: Chronology,
  notification: Notification,
  now: Date,
): Chronology | undefined => {
  const { notifications } = chronology
  const known = notifications.find(({ concernId }) => concernId === notification.concernId)
  if (known !== undefined && JSON.stringify(known) === JSON.stringify(notification))
    return undefined
  const others = notifications.filter((one) => one !== known)
  return {
    ...chronology,
    version: chronology.version + 1,
    notifications: kept([...others, notification], now),
  }
}
