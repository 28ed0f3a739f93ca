import { levelAbove } from '../../codes/challenge-levels.ts'
import type { Silence, StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert } from '../alert.ts'
import { decisionDue } from './due.ts'
import { owesReferrer } from './owed.ts'

/**
 * From when the sender may contest that no answer has come: the day by which one to what was sent would be due, whatever has happened
 * inside; undefined once every level was told.
 */
export const silenceFrom = ({
  concern,
  receivedAt,
  silences = [],
}: StoredConcern): string | undefined =>
  levelAbove(silences.at(-1)?.level) === undefined
    ? undefined
    : decisionDue({ harm: concern.harm, raisedAt: new Date(receivedAt) }).toISOString()

/**
 * A challenge of silence, once at each level, after the day by which an answer to what was sent would be due; undefined
 * before that, or above the last level. It reads nothing but what the sender knows: the same for any family, and for a
 * concern that nobody was told of.
 */
export const contestSilence = (
  stored: StoredConcern,
  reason: string,
  now: Date,
): Silence | undefined => {
  const level = levelAbove(stored.silences?.at(-1)?.level)
  const from = silenceFrom(stored)
  if (level === undefined || from === undefined || Date.parse(from) > now.getTime())
    return undefined
  return { level, reason, at: now.toISOString() }
}

export const withSilence = (stored: StoredConcern, silence: Silence): StoredConcern => ({
  ...stored,
  version: stored.version + 1,
  silences: [...(stored.silences ?? []), silence],
})

/** The alert with the challenge, where it still owes the referrer an answer; its clock runs on as it did. */
export const silenceContested = (alert: Alert, silence: Silence): Alert | undefined =>
  owesReferrer(alert)
    ? {
        ...alert,
        version: alert.version + 1,
        silences: [...(alert.silences ?? []), silence],
      }
    : undefined
