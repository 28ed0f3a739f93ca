import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type MatchResult, matchPerson } from '../matching/match.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import type { MatchModel } from '../matching/model.ts'
import { heldBack, type Trial } from '../matching/trial.ts'
import { findable } from '../register/findable.ts'
import type { Gathered } from './gathered.ts'

const recordOf = ({ guards: _, ...match }: MatchResult): MatchRecord => ({
  ...match,
  confirmed: [...match.confirmed],
  candidates: match.candidates.map(({ guards, explanation, ...scored }) => ({
    ...scored,
    guards: [...guards],
    explanation: explanation.map(({ comparison, level, bits }) => ({ comparison, level, bits })),
  })),
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
