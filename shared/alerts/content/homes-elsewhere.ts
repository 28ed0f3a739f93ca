import type { PersonRef } from '../../concerns/person-ref.ts'
import type { PlaceOf } from '../../places/packed-places.ts'
import type { AlertContent } from './alert-content.ts'

/** What of a content says where its children live. */
type Homes = Pick<AlertContent, 'adults' | 'children' | 'whereabouts'>
type Address = NonNullable<NonNullable<AlertContent['whereabouts']>[number]['addresses']>[number]

const isCurrent =
  (today: string) =>
  ({ to }: Address): boolean =>
    to === undefined || to > today

/** Whose addresses stand for the homes of a child: its own, else those of the adults who are said to live with it. */
const housedWith = (
  { person, relationships }: Homes['children'][number],
  hasAddress: (person: PersonRef) => boolean,
): readonly PersonRef[] =>
  hasAddress(person)
    ? [person]
    : relationships.flatMap(({ adult, livesWithChild }) =>
        livesWithChild === 'YES' ? [adult] : [],
      )

const housing = (
  { adults, children }: Homes,
  hasAddress: (person: PersonRef) => boolean,
): ReadonlySet<PersonRef> =>
  new Set(
    children.length > 0
      ? children.flatMap((child) => housedWith(child, hasAddress))
      : adults.flatMap(({ person, contactLevel, expectsChildOn }) =>
          contactLevel === 'RESIDENT' || expectsChildOn !== undefined ? [person] : [],
        ),
  )

type HomeElsewhere = { readonly person: PersonRef; readonly authority: string }

type Where = {
  /** The stated authority, by each code under which it answers. */
  readonly stated: ReadonlySet<string>
  readonly today: string
  readonly placeOf: PlaceOf
}

/**
 * Homes of children, by the person whose address it is, that by their postcode lie in another authority than the stated one.
 * It is a fact for whoever reads the address and decides nothing: who is told follows from what was stated and from the
 * register alone (policy §1.4). Only of addresses that stand in what it is given, so that a hidden one is told of by nothing.
 */
export const homesElsewhere = (
  homes: Homes,
  { stated, today, placeOf }: Where,
): readonly HomeElsewhere[] => {
  const current: ReadonlyMap<PersonRef, readonly Address[]> = new Map(
    (homes.whereabouts ?? []).map(({ person, addresses = [] }) => [
      person,
      addresses.filter(isCurrent(today)),
    ]),
  )
  const hasAddress = (person: PersonRef) =>
    (current.get(person) ?? []).some(({ postcode }) => postcode !== undefined)
  return [...housing(homes, hasAddress)].flatMap((person) => {
    const found = new Set(
      (current.get(person) ?? []).flatMap(({ postcode }) => {
        const authority = postcode === undefined ? undefined : placeOf(postcode, today)
        return authority === undefined || stated.has(authority) ? [] : [authority]
      }),
    )
    return [...found].map((authority) => ({ person, authority }))
  })
}
