import type { MatchRecord } from './match-record.ts'

/** How far a model must have been proved by people before it may act alone: matches it would have made, confirmed in a row. */
export type Trial = { readonly needed: number }

/** Why a match that the model would have made by itself waits for a person. */
export const onTrialGuard = 'model-on-trial'

/** A model on trial confirms nobody: each match it would have made goes to a person, marked, and their answers end the trial. */
export const heldBack = (match: MatchRecord): MatchRecord => ({
  ...match,
  band: 'POSSIBLE',
  confirmed: [],
  candidates: match.candidates.map((candidate) =>
    match.confirmed.includes(candidate.id)
      ? { ...candidate, guards: [...candidate.guards, onTrialGuard] }
      : candidate,
  ),
})
