import { isOf } from '../kernel/ids.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import { onTrialGuard } from '../matching/trial.ts'
import { questions } from './questions.ts'
import type { RecordedVerdict, Review } from './review.ts'

/** What a person said of a match that the model would have made by itself. */
export type TrialAnswer = { readonly modelVersion: string; readonly isConfirmed: boolean }

/**
 * Whether this answer counts in the trial of the model, and how. A match counts once: with the register on which its best
 * entry stands. One refuted begins the count anew: a model must be right many times in a row.
 */
export const trialAnswerOf = (
  { candidates, modelVersion }: MatchRecord,
  { authority, kind }: Review,
  { adultIds = [] }: RecordedVerdict,
): TrialAnswer | undefined => {
  const best = candidates.find(({ guards }) => guards.includes(onTrialGuard))
  if (questions[kind].settles !== 'identity' || best === undefined || !isOf(authority, best.id))
    return undefined
  return { modelVersion, isConfirmed: adultIds.some((id) => id === best.id) }
}
