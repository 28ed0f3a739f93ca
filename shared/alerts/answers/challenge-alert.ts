import { after, type Span } from '../../calendar/span.ts'
import { type ChallengeLevel, levelAbove } from '../../codes/challenge-levels.ts'
import type { Alert, Challenge } from '../alert.ts'
import { dueBy } from './due.ts'

/** What each level has to decide again. */
export const challengeTime: Span = { workingDays: 1 }

type Challenged =
  | { readonly kind: 'challenged'; readonly level: ChallengeLevel; readonly alert: Alert }
  | { readonly kind: 'being-answered' }
  | { readonly kind: 'levels-used-up' }

/**
 * Reopens an alert whose answer the referrer contests, at the level above the one that answered. The answer moves into
 * the challenge, so that whoever decides again has it beside the reason. Each concern that the alert tells of has a ladder
 * of its own.
 */
export const challengeAlert = (
  alert: Alert,
  { concernId, reason }: Pick<Challenge, 'concernId' | 'reason'>,
  now: Date,
): Challenged => {
  const { outcome, feedback, outcomeProposed: _before, ...rest } = alert
  if (alert.state !== 'FED_BACK' || outcome === undefined || feedback === undefined)
    return { kind: 'being-answered' }
  const challenges = alert.challenges ?? []
  const own = challenges.filter((each) => each.concernId === concernId)
  const level = levelAbove(own.at(-1)?.level)
  if (level === undefined) return { kind: 'levels-used-up' }
  const challenge = {
    concernId,
    level,
    reason,
    at: now.toISOString(),
    contested: { outcome, feedback },
  }
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
