import { answeringFor } from '../agencies/code-history.ts'
import { type Directory, knownAuthority } from '../agencies/directory.ts'
import { englishNameOf } from '../agencies/english-authorities.ts'
import { replacementsOf } from '../agencies/successor.ts'
import type { AlertContent } from '../alerts/content/alert-content.ts'
import { homesElsewhere } from '../alerts/content/homes-elsewhere.ts'
import { adultsTold, childrenTold, whereaboutsTold } from '../alerts/content/people-told.ts'
import type { Concern } from '../concerns/concern.ts'
import type { PlaceOf } from '../places/packed-places.ts'

/** Homes that lie elsewhere, with what their authorities are called. */
export type HomesNamed = NonNullable<AlertContent['homesElsewhere']>

type World = { readonly directory: Directory; readonly today: string; readonly placeOf: PlaceOf }

export const nameOfAuthority = (directory: Directory, code: string): string =>
  knownAuthority(directory, code)?.name ?? englishNameOf(code) ?? code

const named = (
  homes: Parameters<typeof homesElsewhere>[0],
  stated: string,
  { directory, today, placeOf }: World,
): HomesNamed => {
  const codes = new Set([
    stated,
    ...answeringFor(stated, today),
    ...replacementsOf(directory, stated, today),
  ])
  return homesElsewhere(homes, { stated: codes, today, placeOf }).map(({ person, authority }) => ({
    person,
    authority,
    name: nameOfAuthority(directory, authority),
  }))
}

/** A content as its reader may read it, with the homes that lie elsewhere by an address that stands in it. */
export const withHomesElsewhere = (
  redacted: AlertContent,
  stated: string,
  world: World,
): AlertContent => {
  const found = named(redacted, stated, world)
  return found.length === 0 ? redacted : { ...redacted, homesElsewhere: found }
}

/** The same of a concern as it was written, for whoever wrote it. */
export const homesAsSent = (concern: Concern, world: World): HomesNamed =>
  named(
    {
      adults: adultsTold(concern),
      children: childrenTold(concern),
      whereabouts: whereaboutsTold(concern),
    },
    concern.authority,
    world,
  )
