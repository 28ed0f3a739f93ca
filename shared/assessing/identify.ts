import type { StoredConcern } from '../concerns/stored-concern.ts'
import { heldBack, type Trial } from '../matching/trial.ts'
import { settleIdentity } from '../matching/settle-identity.ts'
import type { MatchModel } from '../matching/model.ts'
import type { Gathered } from './gathered.ts'
import { matchOf } from './match-of.ts'
import type { PersonMatch } from './person-match.ts'

/** Who everybody named is, as far as the model may say, and as people have settled since (policy §1.1, §1.5). */
export const identify = (
  stored: StoredConcern,
  gathered: Gathered,
  { model, trial }: { readonly model: MatchModel; readonly trial: Trial },
): PersonMatch[] => {
  const isOnTrial = gathered.confirmedInTrial < trial.needed
  return gathered.sought.map((sought) => {
    const { person, kind } = sought
    const found = matchOf(stored, sought, { gathered, model })
    const held = found.band === 'CONFIRMED' && isOnTrial ? heldBack(found) : found
    const match = stored.settled
      .filter((verdict) => verdict.person === person)
      .reduce((before, { authority, ids }) => settleIdentity(before, { authority, ids }), held)
    return { person, kind, match }
  })
}
