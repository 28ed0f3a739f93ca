import * as z from 'zod'
import { areTwoPeople } from '../agencies/same-person.ts'

export const childRestrictions = ['address', 'adopted', 'sensitiveService'] as const
export const adultRestrictions = ['address'] as const
export type Restriction = (typeof childRestrictions)[number]

/** What one person has asked to lift, until a second person asks the same. */
export const proposedLiftingSchema = z.strictObject({
  restriction: z.enum(childRestrictions),
  reason: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  practitioner: z.string().optional(),
  isVouchedFor: z.boolean().optional(),
})
export type ProposedLifting = z.infer<typeof proposedLiftingSchema>

/** Whether this completes what another person proposed. The same person asking again proposes anew. */
export const confirms = (
  proposed: ProposedLifting | undefined,
  asked: ProposedLifting,
): proposed is ProposedLifting =>
  proposed !== undefined &&
  proposed.restriction === asked.restriction &&
  areTwoPeople(proposed, asked)
