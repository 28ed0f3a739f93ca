// Who of a concern adopted a child that it is about, and who is of the child's birth family, by the child's own record.
import { adultRefAt, type PersonRef } from '../concerns/person-ref.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Protected } from '../people/striking/striker.ts'
import { isAtHome } from '../register/home.ts'
import { ownOf } from './hidden.ts'
import { placesOfPeople } from './places-given.ts'
import type { Known, Protection } from './protection.ts'

/** People of the concern who stand in the record of an adopted child, as one who lives with it or as one who does not. */
const onRecords = (
  known: readonly Known[],
  { around, adopted }: Protection,
  livesWithIt: boolean,
): PersonRef[] =>
  known
    .filter(({ confirmed }) =>
      around.children.some(
        (child) =>
          adopted.includes(child.childId) &&
          child.adults.some(
            ({ adultId }) =>
              confirmed.includes(adultId) && isAtHome(child, adultId) === livesWithIt,
          ),
      ),
    )
    .map(({ person }) => person)

/** Whether the concern is about somebody who adopted the child: what it says is of the child's own home. */
export const isOfAdoptiveHome = (known: readonly Known[], protection: Protection): boolean =>
  onRecords(known, protection, true).includes('subject')

/** Birth relatives of an adopted child among the people of the concern. */
export const birthRelativesIn = (
  known: readonly Known[],
  protection: Protection,
): readonly PersonRef[] => {
  const adoptive = onRecords(known, protection, true)
  return onRecords(known, protection, false).filter((person) => !adoptive.includes(person))
}

/** What is struck from what an adopted child's authority reads of the child's own home: the birth family, and hidden places. */
export const struckFromAdoptiveHome = (
  protection: Protection,
  { concern, concernId }: StoredConcern,
  known: readonly Known[],
): Protected => {
  const { around, hidden, adopted, placesByConcern } = protection
  const birth = birthRelativesIn(known, protection)
  const subject = known.find(({ person }) => person === 'subject')
  const own = new Set<string>([...ownOf(subject?.confirmed ?? [], around), ...adopted])
  const adults = [
    { person: 'subject' as PersonRef, names: concern.subject.names },
    ...concern.otherAdults.map(({ names }, at) => ({ person: adultRefAt(at), names })),
  ]
  const namesWhere = (isBirth: boolean) =>
    adults.filter(({ person }) => birth.includes(person) === isBirth).flatMap(({ names }) => names)
  return {
    whereabouts: [
      ...hidden.filter(({ id }) => !own.has(id)).map(({ whereabouts }) => whereabouts),
      ...[...placesOfPeople(concern)].flatMap(([person, places]) =>
        birth.includes(person) ? places : [],
      ),
      ...[...placesByConcern].flatMap(([id, places]) => (id === concernId ? [] : places)),
    ],
    names: namesWhere(true),
    except: concern.subject.addresses.filter(({ to }) => to === undefined),
    exceptNames: [...namesWhere(false), ...concern.children.flatMap(({ name }) => name ?? [])],
  }
}
