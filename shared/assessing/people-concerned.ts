import type { Review } from '../reviews/review.ts'
import type { Assessment } from './assessment.ts'
import { everybodyIn } from './person-match.ts'

/**
 * Everybody of the registers whom a concern tells of by itself, whosever register it is: whoever reads the concern has seen
 * something about them. Somebody who only may be that person is one of them.
 */
export const peopleToldOf = ({ matches }: Pick<Assessment, 'matches'>): readonly string[] => {
  const { adultIds, childIds } = everybodyIn(matches)
  return [...adultIds, ...childIds]
}

/** As {@link peopleToldOf}, of what a review shows: where it asks who somebody is, that person alone. */
export const peopleInReview = (
  { person }: Pick<Review, 'person'>,
  { matches }: Pick<Assessment, 'matches'>,
): readonly string[] =>
  peopleToldOf({
    matches: matches.filter((one) => person === undefined || one.person === person),
  })

/** As {@link peopleToldOf}, with the children who are joined through somebody. */
export const peopleConcerned = (
  assessment: Pick<Assessment, 'matches' | 'joined'>,
): readonly string[] => [
  ...peopleToldOf(assessment),
  ...assessment.joined.map(({ childId }) => childId),
]
