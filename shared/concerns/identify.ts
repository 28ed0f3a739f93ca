import { type MatchResult, matchPerson } from '../matching/match.ts'
import type { MatchModel } from '../matching/model.ts'
import { findable } from '../register/findable.ts'
import type { MatchRecord } from './assessment.ts'
import type { Gathered } from './gathered.ts'
import type { StoredConcern } from './stored-concern.ts'

/** How far a model must have been proved by people before it may act alone: matches it would have made, confirmed in a row. */
export type Trial = { readonly needed: number }

/** Why a match that the model would have made by itself waits for a person. */
export const onTrialGuard = 'model-on-trial'

const recordOf = ({ guards: _, ...match }: MatchResult): MatchRecord => ({
  ...match,
  confirmed: [...match.confirmed],
  candidates: match.candidates.map(({ guards, explanation, ...scored }) => ({
    ...scored,
    guards: [...guards],
    explanation: explanation.map(({ comparison, level, bits }) => ({ comparison, level, bits })),
  })),
})

/** A model on trial confirms nobody: each match it would have made goes to a person, marked, and their answers end the trial. */
const heldBack = (match: MatchRecord): MatchRecord => ({
  ...match,
  band: 'POSSIBLE',
  confirmed: [],
  candidates: match.candidates.map((candidate) =>
    match.confirmed.includes(candidate.id)
      ? { ...candidate, guards: [...candidate.guards, onTrialGuard] }
      : candidate,
  ),
})

/** Who the subject is, as far as the model may say. Only a confirmed match joins the concern to children. */
export const identify = (
  { concern }: StoredConcern,
  gathered: Gathered,
  { model, trial }: { readonly model: MatchModel; readonly trial: Trial },
): MatchRecord => {
  const match = matchPerson({
    query: concern.subject,
    children: concern.children.map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
      ...name,
      dateOfBirth,
      expectedDateOfDelivery,
    })),
    candidates: gathered.adults.map((adult) => ({
      id: adult.adultId,
      person: findable(adult),
      children: adult.children,
    })),
    model,
    incomplete: gathered.incomplete,
  })
  const record = recordOf(match)
  const isOnTrial = gathered.confirmedInTrial < trial.needed
  return record.band === 'CONFIRMED' && isOnTrial ? heldBack(record) : record
}
