import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ChildId, ConcernId } from '../kernel/ids.ts'
import type { Address, PersonName } from '../people/person.ts'
import type { Whereabouts } from '../people/striking/striker.ts'
import { isAdopted, type StoredAdult, type StoredChild } from '../register/stored.ts'
import type { Around } from './joined-children.ts'

/**
 * What must not be found in anything that is sent about this household, as things stand now (policy §5, §9.1). `places`
 * of anybody hidden; `names` of adopted children, who are told to nobody through a birth family.
 */
export type Protection = {
  readonly places: readonly Whereabouts[]
  readonly names: readonly PersonName[]
  readonly adopted: readonly ChildId[]
  /** Places that a concern gave of its own people, by the concern: told in its own alert, nowhere else. */
  readonly placesByConcern: ReadonlyMap<ConcernId, readonly Whereabouts[]>
}

export const noProtection: Protection = {
  places: [],
  names: [],
  adopted: [],
  placesByConcern: new Map(),
}

const ofChild = ({ child }: StoredChild): Whereabouts => ({
  addresses: child.addresses,
  places: [child.school, child.gp].filter((place) => place !== undefined),
})

/** Hidden themselves, or living with a child whose address is hidden. */
const isHidden = (
  { adultId, restricted }: StoredAdult,
  children: readonly StoredChild[],
): boolean =>
  restricted.address ||
  children.some(
    ({ child, adults }) =>
      child.restricted.address &&
      adults.some((one) => one.adultId === adultId && one.livesWithChild === 'YES'),
  )

/** What the register hides: of children whose address is restricted, and of adults hidden or living with one. */
const hiddenInRegister = ({ adults, children }: Around): Whereabouts[] => [
  ...children.filter(({ child }) => child.restricted.address).map(ofChild),
  ...adults.filter((adult) => isHidden(adult, children)).map(({ person }) => person),
]

const wordsOf = (words: readonly (string | undefined)[]): readonly string[] =>
  words.filter((text) => text !== undefined)

/** What one concern gives that protects: a restricted address with all that goes with it, a refuge, a safe number. */
export const placesGivenIn = ({ concern }: StoredConcern): Whereabouts[] => {
  const { subject, children, otherAdults, domesticAbuse, flags, childLocationNow } = concern
  const refuge = domesticAbuse?.refuge
  const number = domesticAbuse?.safeContact?.number
  const safe = [
    ...(refuge === undefined ? [] : [{ places: [refuge] }]),
    ...(number === undefined ? [] : [{ phones: [number] }]),
  ]
  if (!flags.includes('RESTRICTED_ADDRESS')) return safe
  return [
    ...safe,
    subject,
    { places: wordsOf([childLocationNow]) },
    ...otherAdults.filter(({ role }) => role === 'VICTIM'),
    ...children.map(({ address, school, gp, locationNow }) => ({
      addresses: address === undefined ? [] : [address],
      places: wordsOf([school, gp, locationNow]),
    })),
  ]
}

const namesOf = ({ child }: StoredChild): PersonName[] => [
  ...(child.name === undefined ? [] : [child.name]),
  ...child.alsoKnownAs,
]

/**
 * `around`: every joined child and every unsettled candidate, with their adults. `concerns`: those of the household of
 * the last two years that protect anybody, this one among them.
 */
export const protectionOf = (around: Around, concerns: readonly StoredConcern[]): Protection => {
  const adopted = around.children.filter(({ child }) => isAdopted(child))
  return {
    places: hiddenInRegister(around),
    names: adopted.flatMap(namesOf),
    adopted: adopted.map(({ childId }) => childId),
    placesByConcern: new Map(
      concerns.map((stored) => [stored.concernId, placesGivenIn(stored)] as const),
    ),
  }
}

/** The home that the subject is said to live in: no place of anybody else's to hide. */
const ownHome = ({ concern }: StoredConcern): readonly Address[] =>
  concern.flags.includes('RESTRICTED_ADDRESS')
    ? []
    : concern.subject.addresses.filter(({ to }) => to === undefined)

/** Names that the sender gave: a family name that an adopted child once had still stands for the family. */
const namesIn = ({ concern: { subject, otherAdults } }: StoredConcern): readonly PersonName[] =>
  [subject, ...otherAdults].flatMap(({ names }) => names)

/** What is struck from what is told about one concern: in its own alert all but what that concern itself gave. */
export const struckFrom = (
  protection: Protection,
  stored: StoredConcern,
  { isOwnAlert }: { readonly isOwnAlert: boolean },
) => ({
  whereabouts: [
    ...protection.places,
    ...[...protection.placesByConcern]
      .filter(([concernId]) => !(isOwnAlert && concernId === stored.concernId))
      .flatMap(([, places]) => places),
  ],
  names: protection.names,
  except: ownHome(stored),
  exceptNames: namesIn(stored),
})

/** Whether anybody of these is hidden in the register. */
export const isHiddenIn = (around: Around): boolean => hiddenInRegister(around).length > 0
