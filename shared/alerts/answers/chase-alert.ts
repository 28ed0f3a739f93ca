import { dueAfterLapse } from '../../calendar/working-days.ts'
import { type ChallengeLevel, levelAbove } from '../../codes/challenge-levels.ts'
import { type ChaseStep, chaseSteps } from '../../codes/chase-steps.ts'
import type { Alert } from '../alert.ts'

/** An alert a version on, due again a working day later, and who is told. */
export type Chase = { readonly alert: Alert } & (
  | { readonly kind: 'chased'; readonly tells: ChaseStep }
  | { readonly kind: 'passed-on'; readonly level: ChallengeLevel }
)

/**
 * The next chase of an alert whose due day has passed. A challenge goes to the level above it first, so that a silent
 * level costs the referrer a day and no more. Undefined when it is not overdue or everybody has been told; it then
 * stays in the inbox, escalated.
 */
export const chaseAlert = (alert: Alert, now: Date): Chase | undefined => {
  if (alert.state === 'FED_BACK' || Date.parse(alert.dueAt) > now.getTime()) return undefined
  const next = {
    ...alert,
    version: alert.version + 1,
    dueAt: dueAfterLapse(new Date(alert.dueAt), 1, now).toISOString(),
  }
  const passed = passedOn(alert)
  if (passed !== undefined)
    return {
      kind: 'passed-on',
      level: passed.level,
      alert: { ...next, challenges: passed.challenges },
    }
  const tells = chaseSteps[alert.chases]
  if (tells === undefined) return undefined
  return { kind: 'chased', tells, alert: { ...next, chases: alert.chases + 1 } }
}

const passedOn = ({ state, challenges = [] }: Alert) => {
  const current = challenges.at(-1)
  const level = levelAbove(current?.level)
  if (state !== 'CHALLENGED' || current === undefined || level === undefined) return undefined
  return { level, challenges: [...challenges.slice(0, -1), { ...current, level }] }
}
