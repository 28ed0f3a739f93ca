import { monthsBefore } from '../calendar/months.ts'
import type { ConcernId } from '../kernel/ids.ts'
import type { Chronology, Notification } from './notification.ts'

/** Everything that is remembered of the children of a household but this concern itself. */
export const pastOf = (chronologies: readonly Chronology[], concernId: ConcernId): Notification[] =>
  chronologies
    .flatMap(({ notifications }) => notifications)
    .filter((one) => one.concernId !== concernId)

/** Concerns of the household of the last twenty-four months that protect anybody of it; one withdrawn protects on. */
export const protectingIn = (past: readonly Notification[], now: Date): ConcernId[] => {
  const since = monthsBefore(now, 24)
  const protecting = past.filter(
    ({ protects, recordedAt }) => protects && Date.parse(recordedAt) >= since,
  )
  return [...new Set(protecting.map(({ concernId }) => concernId))]
}

/** Whether anything told of the household in twelve months is high risk of domestic abuse. */
export const isHighRiskIn = (past: readonly Notification[], now: Date): boolean =>
  past.some(
    ({ isHighRisk, isWithdrawn, recordedAt }) =>
      isHighRisk && isWithdrawn !== true && Date.parse(recordedAt) >= monthsBefore(now, 12),
  )
