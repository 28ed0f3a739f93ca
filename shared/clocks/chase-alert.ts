import type { Alert } from '../alerts/alert.ts'
import { dueAfterLapse } from './working-days.ts'

/** Who is told at each chase, one working day apart, each once: the inbox again, its manager, both leads. */
const chased = ['inbox', 'manager', 'both-leads'] as const
export type Chased = (typeof chased)[number]

/**
 * The next chase of an alert whose due day has passed: the same alert, a version on, due again a working day later.
 * Undefined when it is not overdue or everybody has been told; it then stays in the inbox, escalated.
 */
export const chaseAlert = (
  alert: Alert,
  now: Date,
): { readonly alert: Alert; readonly tells: Chased } | undefined => {
  const tells = chased[alert.chases]
  if (tells === undefined || alert.state === 'FED_BACK' || Date.parse(alert.dueAt) > now.getTime())
    return undefined
  return {
    alert: {
      ...alert,
      version: alert.version + 1,
      chases: alert.chases + 1,
      dueAt: dueAfterLapse(new Date(alert.dueAt), 1, now).toISOString(),
    },
    tells,
  }
}
