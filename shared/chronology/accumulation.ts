import { monthsBefore } from '../calendar/months.ts'
import { domainsOf } from '../codes/factors.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { momentOf } from './moment-of.ts'
import type { Notification } from './notification.ts'
import { resendHours } from './resent.ts'
import { standing } from './standing.ts'
import { withoutResent } from './without-resent.ts'

/** What the past adds. `contributing` are the concerns that made it so, this one left out. */
export type Accumulation = {
  readonly combination: boolean
  readonly threeInThree: boolean
  readonly contributing: readonly ConcernId[]
}

const namesDomain = ({ factors }: Notification): boolean => domainsOf(factors).length > 0

/** Told by different agencies, or of incidents more than 72 hours apart: two pieces of a picture, not one form twice. */
const areApart = (one: Notification, other: Notification): boolean =>
  one.agency !== other.agency ||
  Math.abs(momentOf(one) - momentOf(other)) > resendHours * 60 * 60 * 1000

/**
 * Co-existing problems around one household over time (F3, policy §2): with this concern, which itself names a domain, two
 * of the four domains within twelve calendar months, told in two concerns that are apart; and three notifications of any
 * kind within three months, resent ones once. Below H1 nothing counts. The months count from when the hub was told: what
 * is learnt today weighs today, and a date that a referrer mistook can push nothing out. Stated rules, no score.
 * @see reference: ViST, three green notices in three months
 */
export const accumulation = (
  past: readonly Notification[],
  current: Notification,
  now: Date,
): Accumulation => {
  const counted = standing([...past, current]).filter(({ harm }) => isAtLeast(harm, 'H1'))
  const since = (months: number): Notification[] => {
    const from = monthsBefore(now, months)
    return counted.filter(({ recordedAt }) => Date.parse(recordedAt) >= from)
  }
  const telling = since(12).filter(namesDomain)
  const combination =
    telling.some(({ concernId }) => concernId === current.concernId) &&
    telling.some((one) => telling.some((other) => areApart(one, other))) &&
    new Set(telling.flatMap(({ factors }) => domainsOf(factors))).size >= 2
  const quarter = withoutResent(since(3))
  const threeInThree =
    quarter.length >= 3 && quarter.some(({ concernId }) => concernId === current.concernId)
  const contributing = [...(combination ? telling : []), ...(threeInThree ? quarter : [])]
  return {
    combination,
    threeInThree,
    contributing: [...new Set(contributing.map(({ concernId }) => concernId))].filter(
      (concernId) => concernId !== current.concernId,
    ),
  }
}
