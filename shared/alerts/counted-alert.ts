import * as z from 'zod'
import { outcomeCodes, outcomeRow } from '../codes/outcomes.ts'
import { childIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { Alert } from './alert.ts'
import { acknowledgementDue, clockedOf, decisionDue } from './answers/due.ts'

const stepSchema = z.object({ by: z.iso.datetime(), at: z.iso.datetime().optional() })

/** A step of an answer: by when it was due, and when it was taken. */
export type Step = z.infer<typeof stepSchema>

/** One alert as it is counted (F18): ids, codes and moments, and no more. */
export const countedAlertSchema = z.object({
  concernId: concernIdSchema,
  /** As the alert shows it. */
  agencyName: z.string(),
  children: z.array(childIdSchema),
  /** Whether children of the register were thought to be meant. */
  isMatched: z.boolean(),
  outcome: z.enum(outcomeCodes).optional(),
  /** None where nothing is owed any more: its authority has ended. */
  acknowledge: stepSchema.optional(),
  tell: stepSchema.optional(),
  /** When something was first done for the family. */
  actedAt: z.iso.datetime().optional(),
  /** How often the same service told the same incident again before anybody decided. */
  notices: z.int(),
  overridden: z.object({ withReason: z.boolean() }).optional(),
})
export type CountedAlert = z.infer<typeof countedAlertSchema>

/** Somebody takes the family on; to turn it away, or to ask the sender for more, is not yet to act. */
const acts = ({ code }: NonNullable<Alert['outcome']>): boolean =>
  outcomeRow(code).turnsAway !== true && code !== 'MORE_INFORMATION_NEEDED'

const acknowledgeOf = (alert: Alert): Step | undefined => {
  const { acknowledgement, state, dueAt, wasDue } = alert
  if (acknowledgement === undefined && alert.moved !== undefined) return undefined
  const now = state === 'RAISED' ? dueAt : acknowledgementDue(clockedOf(alert)).toISOString()
  return {
    by: (acknowledgement && wasDue?.acknowledged) ?? now,
    ...present({ at: acknowledgement?.at }),
  }
}

/** The first answer that the sender was given counts, whatever was revised since. */
const tellOf = (alert: Alert): Step | undefined => {
  const { revised = [], feedback, wasDue } = alert
  const at = [...revised.flatMap((one) => one.feedback ?? []), ...(feedback ? [feedback] : [])]
    .map((one) => one.at)
    .toSorted()[0]
  if (at === undefined && alert.moved !== undefined) return undefined
  const by = (at && wasDue?.told) ?? decisionDue(clockedOf(alert)).toISOString()
  return { by, ...present({ at }) }
}

/** What is counted of an alert as it stands. */
export const countedAlertOf = (alert: Alert): CountedAlert => {
  const { outcome, revised = [] } = alert
  const decided = [...revised.map((one) => one.outcome), ...(outcome ? [outcome] : [])]
  const actedAt = decided
    .filter(acts)
    .map(({ at }) => at)
    .toSorted()[0]
  return {
    concernId: alert.concernId,
    agencyName: alert.agencyName,
    children: [...alert.children],
    isMatched: alert.kind === 'matched',
    notices: alert.furtherNotices?.length ?? 0,
    ...present({
      outcome: outcome?.code,
      acknowledge: acknowledgeOf(alert),
      tell: tellOf(alert),
      actedAt,
      overridden: alert.overridden,
    }),
  }
}
