import type { AdultId, ChildId } from '../kernel/ids.ts'
import type { Address, PersonName } from '../people/person.ts'
import { isSameHouse } from '../people/striking/same-place.ts'
import type { Whereabouts } from '../people/striking/striker.ts'
import { isAtHome } from '../register/home.ts'
import { isAdopted, type StoredAdult, type StoredChild } from '../register/stored.ts'
import type { Around } from './joined-children.ts'

/** Somebody whom the register hides, with where they are. */
export type Hidden = { readonly id: AdultId | ChildId; readonly whereabouts: Whereabouts }

const ofChild = ({ child }: StoredChild): Whereabouts => ({
  addresses: child.addresses,
  places: [child.school, child.gp].filter((place) => place !== undefined),
})

const ofAdult = ({ person: { addresses, phones, emails } }: StoredAdult): Whereabouts => ({
  addresses,
  phones,
  emails,
})

/** Said plainly, and in force: what is unknown neither hides anybody nor tells them anything. */
const livesWith = ({ adults }: StoredChild, id: AdultId): boolean =>
  adults.some(
    ({ adultId, livesWithChild, relationshipEndedOn }) =>
      adultId === id && livesWithChild === 'YES' && relationshipEndedOn === undefined,
  )

/**
 * Whom the register hides: everybody whose address is restricted, adults who live with such a child, and children who
 * live with such an adult, for where one of them is, the other is found.
 */
export const hiddenIn = ({ adults, children }: Around): Hidden[] => {
  const restrictedChildren = children.filter(({ child }) => child.restricted.address)
  const restrictedAdults = adults.filter(({ restricted }) => restricted.address)
  const isAdultHidden = (adult: StoredAdult): boolean =>
    adult.restricted.address || restrictedChildren.some((child) => livesWith(child, adult.adultId))
  const isChildHidden = (child: StoredChild): boolean =>
    child.child.restricted.address ||
    restrictedAdults.some(({ adultId }) => livesWith(child, adultId))
  return [
    ...children
      .filter(isChildHidden)
      .map((child) => ({ id: child.childId, whereabouts: ofChild(child) })),
    ...adults
      .filter(isAdultHidden)
      .map((adult) => ({ id: adult.adultId, whereabouts: ofAdult(adult) })),
  ]
}

const isOfOthers =
  ({ children }: Around) =>
  ({ adultId }: StoredAdult): boolean =>
    children.some(
      ({ child, adults }) => !isAdopted(child) && adults.some((one) => one.adultId === adultId),
    )

/** Adults who live with an adopted child and belong to no other. */
const adoptiveIn = (around: Around): StoredAdult[] =>
  around.adults.filter(
    (adult) =>
      !isOfOthers(around)(adult) &&
      around.children.some((child) => isAdopted(child.child) && isAtHome(child, adult.adultId)),
  )

export const namesOfChild = ({ child }: StoredChild): PersonName[] => [
  ...(child.name === undefined ? [] : [child.name]),
  ...child.alsoKnownAs,
]

/** Names of everybody else: they stand, also where an adopted child once had the same. */
export const namesOfOthers = (around: Around): PersonName[] => {
  const adoptive = adoptiveIn(around)
  return [
    ...around.adults
      .filter((adult) => !adoptive.includes(adult))
      .flatMap(({ person }) => person.names),
    ...around.children.filter(({ child }) => !isAdopted(child)).flatMap(namesOfChild),
  ]
}

/**
 * Where adopted children are: their own places, and those of adults who live with them and with no other child. A home
 * that such a child once had with the rest of the family is the family's.
 */
export const placementsIn = (around: Around): Whereabouts[] => {
  const { adults, children } = around
  const homes = [
    ...children.filter(({ child }) => !isAdopted(child)).flatMap(({ child }) => child.addresses),
    ...adults.filter(isOfOthers(around)).flatMap(({ person }) => person.addresses),
  ]
  return [
    ...children.filter(({ child }) => isAdopted(child)).map(ofChild),
    ...adoptiveIn(around).map(ofAdult),
  ].map(({ addresses = [], ...rest }) => ({
    ...rest,
    addresses: addresses.filter((address) => !homes.some((home) => isSameHouse(home, address))),
  }))
}

const currentOf = (addresses: readonly Address[]): readonly Address[] =>
  addresses.filter(({ to }) => to === undefined).slice(0, 1)

const isAtOneHome = (one: readonly Address[], other: readonly Address[]): boolean =>
  currentOf(one).some((address) => currentOf(other).some((home) => isSameHouse(address, home)))

/**
 * Those whose places are no secret in what is told of these adults themselves: they, and the children who live with them
 * in the same hiding. A child merely said to live with somebody may have been taken away from them.
 */
export const ownOf = (
  adultIds: readonly string[],
  { adults, children }: Around,
): ReadonlySet<string> => {
  const own = adults.filter(({ adultId }) => adultIds.includes(adultId))
  const theirs = children.filter((child) =>
    own.some(
      ({ adultId, restricted, person }) =>
        livesWith(child, adultId) &&
        (restricted.address || isAtOneHome(person.addresses, child.child.addresses)),
    ),
  )
  return new Set<string>([
    ...own.map(({ adultId }) => adultId),
    ...theirs.map(({ childId }) => childId),
  ])
}
