import { present } from '../kernel/present.ts'
import { type ChildLink, isAdopted, type Relation, type StoredChild } from './stored.ts'

const evidenceOf = ({ name, dateOfBirth, expectedDateOfDelivery }: StoredChild['child']) =>
  present({ given: name?.given, family: name?.family, dateOfBirth, expectedDateOfDelivery })

/** What an adult's record says of a child to whom they stand in this relation. */
export const linkOf = (
  { childId, child }: Pick<StoredChild, 'childId' | 'child'>,
  { relationship, relationshipEndedOn, livesWithChild }: Relation,
): ChildLink => {
  const isAdoptedAway = isAdopted(child) && livesWithChild !== 'YES'
  return {
    childId,
    relationship,
    ...present({ endedOn: relationshipEndedOn }),
    hidesAddress: child.restricted.address,
    ...(isAdoptedAway ? { isAdoptedAway } : evidenceOf(child)),
  }
}

/** The links with this one in the place of the child's former one, or last; without the child's where it has none. */
export const withLink = (
  links: readonly ChildLink[],
  childId: ChildLink['childId'],
  link: ChildLink | undefined,
): ChildLink[] => {
  const isLinked = links.some((one) => one.childId === childId)
  if (link === undefined) return links.filter((one) => one.childId !== childId)
  return isLinked ? links.map((one) => (one.childId === childId ? link : one)) : [...links, link]
}
