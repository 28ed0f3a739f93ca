import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { engagementCodes } from '../codes/engagements.ts'
import { type ConcernId, changeIdSchema, concernIdSchema } from '../kernel/ids.ts'

/**
 * What a service says of how the subject of its concern stands with it: a code and a day. It has no words: what it means
 * for a child is a concern, with its own level and its own consent, and is sent as one.
 */
export const engagementSchema = z.strictObject({
  engagement: z.enum(engagementCodes),
  on: calendarDateSchema.meta({
    description: 'The day of it; of missed appointments, of the last one missed',
  }),
})
export type EngagementGiven = z.infer<typeof engagementSchema>

/** The same as it was received, kept beside the concern and never altered. Ids sort by time. */
export const recordedEngagementSchema = engagementSchema.extend({
  on: z.iso.date(),
  changeId: changeIdSchema,
  concernId: concernIdSchema,
  recordedAt: z.iso.datetime(),
  by: z.string(),
})
export type RecordedEngagement = z.infer<typeof recordedEngagementSchema>

/** The same as it stands in the concern. `isTold`: whoever was told the concern in full reads it. */
export const keptEngagementSchema = recordedEngagementSchema
  .pick({ changeId: true, engagement: true, on: true, recordedAt: true })
  .extend({ isTold: z.literal(true).optional() })
export type KeptEngagement = z.infer<typeof keptEngagementSchema>

/** Whether a concern knows of it, or holds so many that were said later that it was let go. */
export const isTakenUp = (recorded: KeptEngagement, kept: readonly KeptEngagement[]): boolean => {
  const [oldest] = kept
  const isFull = kept.length >= mostEngagements
  const isBefore = oldest !== undefined && recorded.changeId < oldest.changeId
  return isSaidBefore(recorded, kept) || (isFull && isBefore)
}

/** Once a concern is shared in full, so is all that was said of its subject since. */
export const told = (kept: readonly KeptEngagement[]): KeptEngagement[] =>
  kept.map((one) => ({ ...one, isTold: true }))

/** Where one is found. */
export type EngagementRef = { readonly concernId: ConcernId; readonly changeId: string }

/** As many as a concern holds: more than a year of appointments missed every week. */
export const mostEngagements = 60

/** Whether the same was said before: what changes nothing tells nobody (policy §9.9). */
export const isSaidBefore = (
  { changeId, engagement, on }: KeptEngagement,
  before: readonly KeptEngagement[],
): boolean =>
  before.some(
    (one) => one.changeId === changeId || (one.engagement === engagement && one.on === on),
  )
