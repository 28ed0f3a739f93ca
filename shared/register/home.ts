import type { AdultId, ChildId } from '../kernel/ids.ts'
import { isAdopted, type StoredAdult, type StoredChild } from './stored.ts'

/**
 * Whether the register takes this adult to live with this child. Where an adoption is recorded only a plain yes counts:
 * the birth family and the adoptive family meet in one record, which must never join them (X6). Whose relationship has
 * ended has left.
 */
export const isAtHome = (
  { child, adults }: Pick<StoredChild, 'child' | 'adults'>,
  adultId: AdultId,
): boolean => {
  const relation = adults.find((one) => one.adultId === adultId)
  if (relation === undefined || relation.relationshipEndedOn !== undefined) return false
  const { livesWithChild } = relation
  return livesWithChild === 'YES' || (livesWithChild === 'UNKNOWN' && !isAdopted(child))
}

export const areAtHome = (stored: StoredChild, adultIds: readonly AdultId[]): boolean =>
  adultIds.some((adultId) => isAtHome(stored, adultId))

const adultIdsOf = ({ adults }: StoredChild): AdultId[] => adults.map(({ adultId }) => adultId)

/**
 * Adults who live with one of these children, whose other children live there too: a child's home weighs whether or not
 * the subject shares it. Of an adopted child only for a subject who does.
 */
export const othersAtHome = (
  children: readonly StoredChild[],
  subjects: readonly AdultId[],
): AdultId[] => {
  const others = children
    .filter((child) => !isAdopted(child.child) || areAtHome(child, subjects))
    .flatMap((child) => adultIdsOf(child).filter((adultId) => isAtHome(child, adultId)))
  return [...new Set(others)].filter((adultId) => !subjects.includes(adultId))
}

/** The children of those adults who are not already in hand, in a fixed order. */
export const siblingIds = (
  others: readonly StoredAdult[],
  children: readonly StoredChild[],
): ChildId[] => {
  const inHand = new Set<string>(children.map(({ childId }) => childId))
  const ids = others.flatMap((adult) => adult.children.map(({ childId }) => childId))
  return [...new Set(ids)].filter((childId) => !inHand.has(childId)).toSorted()
}
