import { after, type Span } from '../../calendar/span.ts'
import { type ChallengeLevel, levelAbove } from '../../codes/challenge-levels.ts'
import type { Alert } from '../alert.ts'
import { dueBy } from './due.ts'

/** What each level has to decide again. */
export const challengeTime: Span = { workingDays: 1 }

type Challenged =
  | { readonly kind: 'challenged'; readonly level: ChallengeLevel; readonly alert: Alert }
  | { readonly kind: 'being-answered' }
  | { readonly kind: 'levels-used-up' }

/**
 * Reopens an alert whose answer the referrer contests, at the level above the one that answered. The answer moves into
 * the challenge, so that whoever decides again has it beside the reason.
 */
export const challengeAlert = (alert: Alert, reason: string, now: Date): Challenged => {
  const { outcome, feedback, ...rest } = alert
  if (alert.state !== 'FED_BACK' || outcome === undefined || feedback === undefined)
    return { kind: 'being-answered' }
  const challenges = alert.challenges ?? []
  const level = levelAbove(challenges.at(-1)?.level)
  if (level === undefined) return { kind: 'levels-used-up' }
  const challenge = { level, reason, at: now.toISOString(), contested: { outcome, feedback } }
  return {
    kind: 'challenged',
    level,
    alert: {
      ...dueBy(rest, after(now, challengeTime), now),
      state: 'CHALLENGED',
      version: alert.version + 1,
      challenges: [...challenges, challenge],
    },
  }
}
