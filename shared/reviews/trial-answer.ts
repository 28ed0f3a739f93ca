import type { PersonRef } from '../concerns/person-ref.ts'
import { isOf } from '../kernel/ids.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import { onTrialGuard } from '../matching/trial.ts'
import type { RecordedVerdict, Review } from './review.ts'

/** What a person said of a match that the model would have made by itself. */
export type TrialAnswer = { readonly modelVersion: string; readonly isConfirmed: boolean }

/**
 * Whether this answer counts in the trial of the model, and how. A match counts once: with the register on which its best
 * entry stands. One refuted begins the count anew: a model must be right many times in a row.
 */
export const trialAnswerOf = (
  matches: readonly { readonly person: PersonRef; readonly match: MatchRecord }[],
  { authority, kind, person }: Review,
  { ids = [] }: RecordedVerdict,
): TrialAnswer | undefined => {
  const asked = matches.find((one) => one.person === person)?.match
  const best = asked?.candidates.find(({ guards }) => guards.includes(onTrialGuard))
  if (kind !== 'identity' || asked === undefined || best === undefined) return undefined
  if (authority === undefined || !isOf(authority, best.id)) return undefined
  return { modelVersion: asked.modelVersion, isConfirmed: ids.includes(best.id) }
}
