import type { StoredConcern } from '../../concerns/stored-concern.ts'
import { present } from '../../kernel/present.ts'
import type { Alert } from '../alert.ts'
import { isSeenBySender } from './sender-told.ts'

/** The concern once this alert's feedback is in it, which is when the referrer sees an answer; undefined without feedback. */
export const fedBack = (
  stored: StoredConcern,
  { alertId, authority, outcome, feedback, challenges }: Alert,
): StoredConcern | undefined => {
  if (outcome === undefined || feedback === undefined) return undefined
  const { lines, nextStep, at } = feedback
  const { code, conference, whatFollows } = outcome
  const level = challenges?.at(-1)?.level
  const given = {
    feedbackNumber: stored.feedback.length + 1,
    alertId,
    authority,
    outcome: code,
    lines,
    at,
    ...present({ conference, whatFollows, nextStep, level }),
  }
  return {
    ...stored,
    version: stored.version + 1,
    state: stored.state === 'ALERTED' ? 'FED_BACK' : stored.state,
    feedback: [...stored.feedback, given],
  }
}

/**
 * The concern once its sender may see that this alert was acknowledged, for the first time; undefined afterwards, and
 * where the alert is one of which the sender cannot know.
 */
export const acknowledged = (
  stored: StoredConcern,
  alert: Alert,
  now: Date,
): StoredConcern | undefined =>
  stored.acknowledgedAt === undefined && isSeenBySender(alert, stored)
    ? { ...stored, version: stored.version + 1, acknowledgedAt: now.toISOString() }
    : undefined

/** The concern once it has been passed on in these alerts. */
export const toldAlso = (stored: StoredConcern, raised: readonly Alert[]): StoredConcern => ({
  ...stored,
  version: stored.version + 1,
  told: [
    ...stored.told,
    ...raised.map(({ authority, alertId, isOfAdopted }) => ({
      authority,
      alertId,
      ...present({ isOfAdopted }),
    })),
  ],
})
