import { holdingQueue } from '../agencies/holder.ts'
import { peopleOf } from '../concerns/people-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Around } from '../household/joined-children.ts'
import type { MatchModel } from '../matching/model.ts'
import type { Gathered } from './gathered.ts'
import { identify } from './identify.ts'
import { everybodyIn } from './person-match.ts'

/** A model on trial confirms nobody, and of another authority's people that authority is asked, but whoever it would confirm may be meant. */
const noTrial = { needed: 0, authorities: [] }

/** These people as if every lookup of the concern had led to each of them, and to nobody else. */
const foundFor = ({ concern }: StoredConcern, { adults, children }: Around): Gathered => {
  const adultIds = adults.map(({ adultId }) => adultId)
  const childIds = children.map(({ childId }) => childId)
  return {
    adults,
    children,
    sought: peopleOf(concern).map(({ ref, kind }) => ({
      person: ref,
      kind,
      ids: kind === 'adult' ? adultIds : childIds,
      incomplete: false,
    })),
    confirmedInTrial: 0,
  }
}

/** Each of them alone: whom nothing but another candidate keeps from being meant may be meant. */
const oneByOne = ({ adults, children }: Around): Around[] => [
  ...adults.map((adult) => ({ adults: [adult], children: [] })),
  ...children.map((child) => ({ adults: [], children: [child] })),
]

/** Whether anybody of the concern is or may be one of these people: what a look-up by its keys alone cannot say. */
export const mayBeIn = (stored: StoredConcern, people: Around, model: MatchModel): boolean =>
  oneByOne(people).some((one) => {
    const matches = identify(stored, foundFor(stored, one), {
      model,
      trial: noTrial,
      holder: holdingQueue,
    })
    const { adultIds, childIds } = everybodyIn(matches)
    return (
      one.adults.some(({ adultId }) => adultIds.includes(adultId)) ||
      one.children.some(({ childId }) => childIds.includes(childId))
    )
  })
