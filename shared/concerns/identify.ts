import { type MatchResult, matchPerson } from '../matching/match.ts'
import type { MatchModel } from '../matching/model.ts'
import { findable } from '../register/findable.ts'
import type { Assessment } from './assessment.ts'
import type { Gathered } from './gathered.ts'
import type { StoredConcern } from './stored-concern.ts'

const recordOf = ({
  band,
  incomplete,
  modelVersion,
  confirmed,
  candidates,
}: MatchResult): Assessment['match'] => ({
  band,
  incomplete,
  modelVersion,
  confirmed: [...confirmed],
  candidates: candidates.map(({ guards, explanation, ...scored }) => ({
    ...scored,
    guards: [...guards],
    explanation: explanation.map(({ comparison, level, bits }) => ({ comparison, level, bits })),
  })),
})

/** Who the subject is, as the model finds. */
export const identify = (
  stored: StoredConcern,
  gathered: Gathered,
  model: MatchModel,
): Assessment['match'] => {
  const { subject, children } = stored.concern
  const match = matchPerson({
    query: subject,
    children: children.map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
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
  return recordOf(match)
}
