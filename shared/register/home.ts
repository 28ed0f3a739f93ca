import type { AdultId } from '../kernel/ids.ts'
import { isAdopted, type StoredChild } from './stored.ts'

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
