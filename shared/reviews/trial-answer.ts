import type { MatchRecord } from '../concerns/assessment.ts'
import { onTrialGuard } from '../concerns/identify.ts'
import { isOf } from '../concerns/settle-identity.ts'
import type { Given, Review } from './review.ts'

/** What a person said of a match that the model would have made by itself. */
export type TrialAnswer = { readonly modelVersion: string; readonly isConfirmed: boolean }

/**
 * Whether this answer counts in the trial of the model, and how. A match counts once: with the register on which its best
 * entry stands. One refuted begins the count anew: a model must be right many times in a row.
 */
export const trialAnswerOf = (
  { candidates, modelVersion }: MatchRecord,
  { authority, kind }: Review,
  { adultIds = [] }: Given,
): TrialAnswer | undefined => {
  const best = candidates.find(({ guards }) => guards.includes(onTrialGuard))
  if (kind !== 'identity' || best === undefined || !isOf(authority, best.id)) return undefined
  return { modelVersion, isConfirmed: adultIds.some((id) => id === best.id) }
}
