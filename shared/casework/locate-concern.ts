import type { Directory } from '../agencies/directory.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { isNowhere, type StatedAuthority } from '../agencies/stated-authority.ts'
import { type HomesNamed, homesAsSent, nameOfAuthority } from '../assessing/homes-named.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { Concern } from '../concerns/concern.ts'
import { present } from '../kernel/present.ts'
import type { PlaceOf } from '../places/packed-places.ts'
import type { RecordDeps } from './record-refusal.ts'

export type LocateConcernDeps = RecordDeps & { readonly placeOf: PlaceOf }

type Located = {
  readonly authority: StatedAuthority
  readonly name?: string
  readonly homesElsewhere: HomesNamed
}

/**
 * Where the homes in a concern lie that nobody has sent yet: it follows from what was written and from nothing that is known of
 * anybody. The entry holds no place.
 */
export const locateConcern = async (
  {
    by,
    concern,
    directory,
  }: { readonly by: By; readonly concern: Concern; readonly directory: Directory },
  { placeOf, record, newId, now: clock }: LocateConcernDeps,
): Promise<Located> => {
  const now = clock()
  const { authority } = concern
  const homesElsewhere = homesAsSent(concern, { directory, today: londonDay(now), placeOf })
  const name = isNowhere(authority) ? undefined : nameOfAuthority(directory, authority)
  await record(recorderOf(by, { now, newId })('CONCERN_LOCATED', [by.caller.clientId]))
  return { authority, ...present({ name }), homesElsewhere }
}
