import { type ConcernPerson, peopleOf } from '../concerns/people-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { shareHome } from '../household/home-address.ts'
import { matchChild, matchPerson } from '../matching/match.ts'
import type { MatchModel } from '../matching/model.ts'
import { childEvidenceIn, childFactsIn } from './people-as-sought.ts'

type Side = { readonly stored: StoredConcern; readonly person: ConcernPerson }

/** Whether the one is or may be the other, by the comparison by which anybody is looked for in the register. */
const mayBe = (one: Side, other: Side, model: MatchModel): boolean => {
  const asked = { model, incomplete: false }
  if (one.person.kind === 'child' && other.person.kind === 'child')
    return (
      matchChild({
        ...asked,
        query: childFactsIn(one.stored, one.person),
        candidates: [{ id: 'other', child: childFactsIn(other.stored, other.person) }],
      }).band !== 'NONE'
    )
  if (one.person.kind !== 'adult' || other.person.kind !== 'adult') return false
  return (
    matchPerson({
      ...asked,
      query: one.person.person,
      children: childEvidenceIn(one.stored.concern),
      candidates: [
        {
          id: 'other',
          person: other.person.person,
          children: childEvidenceIn(other.stored.concern),
        },
      ],
    }).band !== 'NONE'
  )
}

/**
 * Whether two concerns are about one household, registered or not: somebody of the one is or may be somebody of the
 * other, or lives where they live.
 */
export const isOfOneHousehold = (
  one: StoredConcern,
  other: StoredConcern,
  model: MatchModel,
): boolean =>
  peopleOf(one.concern).some((person) =>
    peopleOf(other.concern).some(
      (theirs) =>
        shareHome(person.person.addresses, theirs.person.addresses) ||
        mayBe({ stored: one, person }, { stored: other, person: theirs }, model),
    ),
  )
