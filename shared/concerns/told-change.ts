import * as z from 'zod'
import { concernIdSchema } from '../kernel/ids.ts'
import { type FollowedStatus, followedStatuses, type ListedConcern } from './followed-concern.ts'

/** What the system of an agency was last told of one of its concerns: that its line in the list stood so. */
export const toldChangeSchema = z.strictObject({
  concernId: concernIdSchema,
  status: z.enum(followedStatuses),
  changedAt: z.iso.datetime(),
  /** How often it has been told of the concern. */
  number: z.int().min(1).default(1),
})
export type ToldChange = z.infer<typeof toldChangeSchema>

/** What its sender knows from the answer to its own request is not told. */
const known: readonly FollowedStatus[] = ['received']

/** What an agency's system has not been told of its list as it stands, the oldest first: what will have been once it is. */
export const untoldAmong = (
  lines: readonly ListedConcern[],
  told: readonly ToldChange[],
): readonly ToldChange[] => {
  const toldOf = new Map(told.map((one) => [one.concernId, one]))
  return lines
    .filter(({ concernId, status, changedAt }) => {
      const last = toldOf.get(concernId)
      const isTold = last?.status === status && last.changedAt === changedAt
      return !isTold && !known.includes(status)
    })
    .toSorted((one, other) => (one.changedAt < other.changedAt ? -1 : 1))
    .map(({ concernId, status, changedAt }) => {
      const number = (toldOf.get(concernId)?.number ?? 0) + 1
      return { concernId, status, changedAt, number }
    })
}

/**
 * Milliseconds between a change and its telling: longer than the hub takes for what it does of a concern by itself, so that the minute
 * in which a sender is told follows from `changedAt`, which it reads in its list, and not from how long the hub had to look.
 */
const restMilliseconds = 60_000
/** How far back is looked for what was not told: longer than a function of the hub may stand still unseen. */
const lookedBackMilliseconds = 3 * 24 * 60 * 60_000

/** Of which moments changes are told now. */
export const toldNow = (now: Date): { readonly from: string; readonly until: string } => ({
  from: new Date(now.getTime() - lookedBackMilliseconds).toISOString(),
  until: new Date(now.getTime() - restMilliseconds).toISOString(),
})
