import type { Holder } from '../agencies/holder.ts'
import { type ConcernPerson, peopleOf } from '../concerns/people-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { type MatchResult, matchChild, matchPerson } from '../matching/match.ts'
import type { MatchRecord } from '../matching/match-record.ts'
import type { MatchModel } from '../matching/model.ts'
import { withOtherRegisters } from '../matching/other-registers.ts'
import { settleIdentity } from '../matching/settle-identity.ts'
import { heldBack, type Trial } from '../matching/trial.ts'
import { childFactsOf } from '../register/child-facts-of.ts'
import { findable } from '../register/findable.ts'
import type { StoredAdult } from '../register/stored.ts'
import { withElsewhereAsked } from './elsewhere-asked.ts'
import type { Gathered, Sought } from './gathered.ts'
import { childEvidenceIn, childFactsIn } from './people-as-sought.ts'
import type { PersonMatch } from './person-match.ts'

const recordOf = ({ guards: _, ...match }: MatchResult): MatchRecord => ({
  ...match,
  confirmed: [...match.confirmed],
  candidates: match.candidates.map(({ guards, explanation, ...scored }) => ({
    ...scored,
    guards: [...guards],
    explanation: explanation.map(({ comparison, level, bits }) => ({ comparison, level, bits })),
  })),
})

type Asked = {
  readonly stored: StoredConcern
  readonly gathered: Gathered
  readonly model: MatchModel
}

/** Who of the register an adult is. */
const matchAdult = (
  { person: query }: Extract<ConcernPerson, { kind: 'adult' }>,
  { ids, incomplete }: Sought,
  { stored, gathered, model }: Asked,
): MatchResult => {
  const found = gathered.adults.filter(({ adultId }) => ids.includes(adultId))
  const children = childEvidenceIn(stored.concern)
  const matchAmong = (some: readonly StoredAdult[]): MatchResult =>
    matchPerson({
      ...{ model, incomplete, query, children },
      candidates: some.map((adult) => ({
        id: adult.adultId,
        person: findable(adult),
        children: adult.children,
      })),
    })
  return withOtherRegisters(
    matchAmong(found),
    found.map(({ adultId, person: { nhsNumbers } }) => ({ id: adultId, nhsNumbers })),
    (some) => matchAmong(found.filter(({ adultId }) => some.has(adultId))),
  )
}

/** Which of the register's children a child is. */
const matchNamed = (
  one: Extract<ConcernPerson, { kind: 'child' }>,
  { ids, incomplete }: Sought,
  { stored, gathered, model }: Asked,
): MatchResult => {
  const found = gathered.children
    .filter(({ childId }) => ids.includes(childId))
    .map((child) => ({ id: child.childId, child: childFactsOf(child) }))
  const query = childFactsIn(stored, one)
  const matchAmong = (candidates: typeof found): MatchResult =>
    matchChild({ model, incomplete, query, candidates })
  return withOtherRegisters(
    matchAmong(found),
    found.map(({ id, child: { nhsNumbers } }) => ({ id, nhsNumbers })),
    (some) => matchAmong(found.filter(({ id }) => some.has(id))),
  )
}

const match = (one: ConcernPerson, sought: Sought, asked: Asked): MatchResult =>
  one.kind === 'adult' ? matchAdult(one, sought, asked) : matchNamed(one, sought, asked)

/** `holder`: who answers for the place where the child is said to be. */
type Asking = { readonly model: MatchModel; readonly trial: Trial; readonly holder: Holder }

/** Who everybody named is, as far as the model may say, and as people have settled since (policy §1.1, §1.5). */
export const identify = (
  stored: StoredConcern,
  gathered: Gathered,
  { model, trial, holder }: Asking,
): PersonMatch[] => {
  const isOnTrial = gathered.confirmedInTrial < trial.needed
  const found = peopleOf(stored.concern).flatMap((one): PersonMatch[] => {
    const sought = gathered.sought.find(({ person }) => person === one.ref)
    if (sought === undefined) return []
    const matched = recordOf(match(one, sought, { stored, gathered, model }))
    return [{ person: one.ref, kind: one.kind, match: matched }]
  })
  return withElsewhereAsked(found, holder, gathered).map((one) => ({
    ...one,
    match: settledIn(stored, one.person, isOnTrial ? heldBack(one.match, trial) : one.match),
  }))
}

const settledIn = (
  { settled }: StoredConcern,
  person: PersonMatch['person'],
  found: MatchRecord,
): MatchRecord =>
  settled
    .filter((one) => one.person === person)
    .reduce(
      (before, { authority, ids, asked }) =>
        settleIdentity(before, { authority, personIds: ids, asked }),
      found,
    )
