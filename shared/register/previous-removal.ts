import type { AdultId } from '../kernel/ids.ts'
import { isRemoval } from './child-status.ts'
import { isAdopted, type Relation, type StoredAdult, type StoredChild } from './stored.ts'

type FamilyRecord = Pick<StoredChild, 'child' | 'adults'>

/** Whose child it is: from a foster carer or a grandmother who took the child in, nobody removed it. */
const isTheirs: Readonly<Record<Relation['relationship'], boolean>> = {
  MOTHER: true,
  FATHER: true,
  STEP_PARENT: true,
  PARTNER_OF_PARENT: false,
  GRANDPARENT: false,
  SIBLING: false,
  OTHER_RELATIVE: false,
  CARER: false,
  OTHER: false,
}

const wasRemoved = ({ status, earlierStatuses, restricted }: StoredChild['child']): boolean =>
  restricted.adopted || [status, ...earlierStatuses].some(isRemoval)

/** Whether this child is or was removed from this adult. Who lives with an adopted child is whoever adopted it. */
export const isRemovedFrom = ({ child, adults }: FamilyRecord, adultId: AdultId): boolean =>
  adults.some(
    (relation) =>
      relation.adultId === adultId &&
      isTheirs[relation.relationship] &&
      !(isAdopted(child) && relation.livesWithChild === 'YES'),
  ) && wasRemoved(child)

/**
 * Whether a child was ever removed from this adult (policy §1.3): stated, derived when a child was recorded, or to be
 * derived from these children. It says that it happened, never of whom, so that no adopted child is told of by it.
 */
export const previousRemovalOf = (
  { adultId, previousRemoval }: Pick<StoredAdult, 'adultId' | 'previousRemoval'>,
  children: readonly FamilyRecord[],
): boolean => previousRemoval || children.some((child) => isRemovedFrom(child, adultId))
