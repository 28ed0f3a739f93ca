import { monthsBefore } from '../calendar/months.ts'
import { domainNames, domainsOf } from '../codes/factors.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { momentOf } from './moment-of.ts'
import type { Chronology, Notification } from './notification.ts'
import { standing } from './standing.ts'
import { withoutResent } from './without-resent.ts'

/** About 120 kB of the 400 kB that an item may have. */
const most = 200

/** As long as a concern protects its household (policy §2). */
const monthsKept = 24

const tells = ({ factors }: Notification): boolean => domainsOf(factors).length > 0

/** Of one agency and one day: the newest, and the earliest and the latest moment. Expects oldest first. */
const ofOneDay = (told: readonly Notification[]): (Notification | undefined)[] => {
  const byMoment = told.toSorted((one, other) => momentOf(one) - momentOf(other))
  return [told.at(-1), byMoment[0], byMoment.at(-1)]
}

const dayOf = (one: Notification): string => new Date(momentOf(one)).toISOString().slice(0, 10)

/** Days of which at least two are more than 72 hours apart. */
const enoughDays = 6

/**
 * Of one agency all on which a combination may rest: the newest of each domain, and what stands apart. However much it
 * sends, it pushes out nothing of another agency, and of its own nothing that newer ones do not tell as well.
 */
const ofOneAgency = (told: readonly Notification[]): (Notification | undefined)[] => {
  const days = [...Map.groupBy(told.toReversed(), dayOf).values()].slice(0, enoughDays)
  return [
    ...domainNames.map((domain) =>
      told.findLast(({ factors }) => domainsOf(factors).includes(domain)),
    ),
    ...days.flatMap((ofDay) => ofOneDay(ofDay.toReversed())),
  ]
}

/**
 * What the head keeps: the twenty-four months that may be asked of. Of more than two hundred in them the newest that count
 * and are not resent, of each agency what a combination may rest on, and the newest that protect, with whatever corrects
 * these: nothing that is asked of the past can then come out differently. Nothing is lost by it, for every entry has a row
 * of its own that is never dropped.
 */
const kept = (notifications: readonly Notification[], now: Date): Notification[] => {
  const since = monthsBefore(now, monthsKept)
  const recent = notifications.filter(({ recordedAt }) => Date.parse(recordedAt) >= since)
  if (recent.length <= most) return recent
  const counted = standing(recent).filter(({ harm }) => isAtLeast(harm, 'H1'))
  const byAgency = Map.groupBy(counted.filter(tells), ({ agency }) => agency)
  const wanted = new Set([
    ...withoutResent(counted).slice(-most),
    ...[...byAgency.values()].flatMap(ofOneAgency),
    ...recent.filter((one) => one.protects).slice(-most),
  ])
  const ids = new Set([...wanted].map((one) => one?.concernId))
  return recent.filter(
    (one) => wanted.has(one) || (one.corrects !== undefined && ids.has(one.corrects)),
  )
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
