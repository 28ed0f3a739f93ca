import { childRefAt, type PersonRef } from '../concerns/person-ref.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ChildId, ConcernId } from '../kernel/ids.ts'
import type { Address, PersonName } from '../people/person.ts'
import type { Protected, Whereabouts } from '../people/striking/striker.ts'
import { isAdopted } from '../register/stored.ts'
import {
  type Hidden,
  hiddenIn,
  namesOfChild,
  namesOfOthers,
  ownOf,
  placementsIn,
} from './hidden.ts'
import type { Around } from './joined-children.ts'
import { placesGivenIn, placesOfPeople } from './places-given.ts'

/**
 * What must not be found in anything that is sent about this household, as things stand now (policy §5, §9.1): places of
 * anybody hidden, and names and placements of adopted children, who are told to nobody through a birth family.
 */
export type Protection = {
  readonly around: Around
  readonly hidden: readonly Hidden[]
  readonly placements: readonly Whereabouts[]
  readonly names: readonly PersonName[]
  readonly adopted: readonly ChildId[]
  /** Places that a concern gave of its own people, by the concern: told in its own alert, nowhere else. */
  readonly placesByConcern: ReadonlyMap<ConcernId, readonly Whereabouts[]>
}

/** Whom of the register a person of a concern is, and whom they may be while nobody has settled it. */
export type Known = {
  readonly person: PersonRef
  readonly confirmed: readonly string[]
  readonly possible: readonly string[]
}

/**
 * `around`: every joined child and every unsettled candidate, with their adults. `concerns`: those of the household of
 * the last two years that protect anybody, this one among them.
 */
export const protectionOf = (around: Around, concerns: readonly StoredConcern[]): Protection => {
  const adopted = around.children.filter(({ child }) => isAdopted(child))
  return {
    around,
    hidden: hiddenIn(around),
    placements: placementsIn(around),
    names: adopted.flatMap(namesOfChild),
    adopted: adopted.map(({ childId }) => childId),
    placesByConcern: new Map(
      concerns.map((stored) => [stored.concernId, placesGivenIn(stored)] as const),
    ),
  }
}

/** All of it, whatever is told and of whom. */
export const protectedIn = (protection: Protection): Protected => ({
  whereabouts: [
    ...protection.hidden.map(({ whereabouts }) => whereabouts),
    ...protection.placements,
    ...[...protection.placesByConcern.values()].flat(),
  ],
  names: protection.names,
  exceptNames: namesOfOthers(protection.around),
})

/** Ids of the adopted children among these. */
export const adoptedIn = ({ children }: Pick<Around, 'children'>): ReadonlySet<string> =>
  new Set(children.flatMap(({ childId, child }) => (isAdopted(child) ? [childId] : [])))

/** Whether anybody of these is hidden in the register. */
export const isHiddenIn = (around: Around): boolean => hiddenIn(around).length > 0

/** Children named in a concern who are adopted: confirmed as one whose record says so now. */
export const adoptedAmong = (known: readonly Known[], { adopted }: Protection): PersonRef[] =>
  known
    .filter(({ confirmed }) => confirmed.some((id) => adopted.some((one) => one === id)))
    .map(({ person }) => person)

/** The home that the subject is said to live in: no place of anybody else's to hide. */
const ownHome = ({ concern }: StoredConcern, isOwnAlert: boolean): readonly Address[] =>
  concern.flags.includes('RESTRICTED_ADDRESS') && !isOwnAlert
    ? []
    : concern.subject.addresses.filter(({ to }) => to === undefined)

/** Names that stand, as the sender gave them: of all but an adopted child. */
const namesGiven = (
  { concern: { subject, otherAdults, children } }: Pick<StoredConcern, 'concern'>,
  adopted: readonly PersonRef[],
) => {
  const ofChildren = children.map(({ name, alsoKnownAs }, at) => ({
    isAdopted: adopted.includes(childRefAt(at)),
    names: [...(name === undefined ? [] : [name]), ...alsoKnownAs],
  }))
  const namesWhere = (isTold: boolean): readonly PersonName[] =>
    ofChildren.filter(({ isAdopted: is }) => is !== isTold).flatMap(({ names }) => names)
  return {
    standing: [...[subject, ...otherAdults].flatMap(({ names }) => names), ...namesWhere(true)],
    adopted: namesWhere(false),
  }
}

/** An adopted child's number is found as a telephone's is, in any grouping. */
const numbersOf = (
  { concern: { children } }: StoredConcern,
  adopted: readonly PersonRef[],
): Whereabouts => ({
  phones: children.flatMap(({ nhsNumber }, at) =>
    nhsNumber !== undefined && adopted.includes(childRefAt(at)) ? [nhsNumber] : [],
  ),
})

type About = {
  /** In its own alert stands all that the concern itself gave, and where its subject is. */
  readonly isOwnAlert: boolean
  readonly known: readonly Known[]
}

/** What is struck from what is told about one concern. */
export const struckFrom = (
  protection: Protection,
  stored: StoredConcern,
  { isOwnAlert, known }: About,
): Protected => {
  const { around, hidden, placements, placesByConcern } = protection
  const subject = known.find(({ person }) => person === 'subject')
  const own = isOwnAlert ? ownOf(subject?.confirmed ?? [], around) : new Set<string>()
  const others = hidden.filter(({ id }) => !own.has(id))
  const adopted = adoptedAmong(known, protection)
  const isProtected = ({ person, confirmed, possible }: Known): boolean =>
    adopted.includes(person) ||
    (person !== 'subject' &&
      others.some(({ id }) => confirmed.includes(id) || possible.includes(id)))
  const stated = placesOfPeople(stored.concern)
  const names = namesGiven(stored, adopted)
  return {
    whereabouts: [
      ...others.map(({ whereabouts }) => whereabouts),
      ...placements,
      ...known.filter(isProtected).flatMap(({ person }) => stated.get(person) ?? []),
      ...[...placesByConcern]
        .filter(([concernId]) => !(isOwnAlert && concernId === stored.concernId))
        .flatMap(([, places]) => places),
      numbersOf(stored, adopted),
    ],
    names: [...protection.names, ...names.adopted],
    except: ownHome(stored, isOwnAlert),
    exceptNames: [...names.standing, ...namesOfOthers(around)],
  }
}

/** Of the birth family all that a concern says of who and where they are, for an adopted child's own authority (X6). */
export const birthFamilyIn = (
  { concern }: StoredConcern,
  adopted: readonly PersonRef[],
): Protected => {
  const { childLocationNow } = concern
  const places = [...placesOfPeople(concern)]
  const isOfFamily = ([person]: readonly [PersonRef, unknown]): boolean => !adopted.includes(person)
  const names = namesGiven({ concern }, adopted)
  return {
    whereabouts: [
      ...places.filter(isOfFamily).flatMap(([, where]) => where),
      { places: childLocationNow === undefined ? [] : [childLocationNow] },
    ],
    names: names.standing,
    exceptNames: names.adopted,
  }
}
