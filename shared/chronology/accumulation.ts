import * as z from 'zod'
import { monthsBefore } from '../calendar/months.ts'
import { domains, domainsOf } from '../codes/factors.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { standing, withoutResent } from './counted.ts'
import type { Notification } from './notification.ts'

/** An earlier concern that made a raise: what may be told of it, though it was itself held. */
export const contributionSchema = z.strictObject({
  concernId: concernIdSchema,
  eventOn: z.iso.date(),
  agencyName: z.string(),
  domains: z.array(z.enum(keysOf(domains))),
})
export type Contribution = z.infer<typeof contributionSchema>

/** What the rules R5 and R16 ask of the past. `contributing` are the concerns that made it so, this one left out. */
export type Accumulation = {
  readonly fires: boolean
  readonly threeInThree: boolean
  readonly contributing: readonly Contribution[]
}

const contributionOf = ({
  concernId,
  eventOn,
  agencyName,
  factors,
}: Notification): Contribution => ({
  concernId,
  eventOn,
  agencyName,
  domains: domainsOf(factors),
})

/**
 * Co-existing problems around one child or household over time (F3): two of the four domains within twelve calendar
 * months, whichever adult or agency they came from; and three notifications of any kind within three months. The months
 * count from when the hub was told: what is learnt today weighs today, however long ago it happened, and a date that a
 * referrer mistook can push nothing out. Stated rules, no score.
 * @see reference: ViST, three green notices in three months
 */
export const accumulation = (
  past: readonly Notification[],
  current: Notification,
  now: Date,
): Accumulation => {
  const all = standing([...past, current])
  const since = (months: number): Notification[] =>
    all.filter(({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, months))
  const telling = since(12).filter(({ factors }) => domainsOf(factors).length > 0)
  const fires = new Set(telling.flatMap(({ factors }) => domainsOf(factors))).size >= 2
  const quarter = withoutResent(since(3))
  const threeInThree = quarter.length >= 3
  const contributing = standing([...(fires ? telling : []), ...(threeInThree ? quarter : [])])
  return {
    fires,
    threeInThree,
    contributing: contributing
      .filter(({ concernId }) => concernId !== current.concernId)
      .map(contributionOf),
  }
}
