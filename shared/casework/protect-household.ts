import type { Lookups, ProtectedBy, Seek } from '../assessing/gathered.ts'
import { isOfOneHousehold } from '../assessing/same-household.ts'
import { lookupsOf, protectsUntil } from '../assessing/seeks-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { protects } from '../household/protects.ts'
import type { ConcernId } from '../kernel/ids.ts'
import type { MatchModel } from '../matching/model.ts'
import type { ReadAroundDeps } from './read-around.ts'

export type ProtectHouseholdDeps = Pick<ReadAroundDeps, 'readProtectors' | 'readConcerns'> & {
  /** Keeps a concern where whoever is recorded or told of later finds it. A second try changes nothing. */
  readonly keepLookups: (lookups: Lookups) => Promise<void>
  /** Concerns that protect and stand under one of these keys; for one that protects, others too. Itself is none of them. */
  readonly concernsNear: (
    lookups: Omit<Lookups, 'until'>,
    now: Date,
  ) => Promise<readonly ConcernId[]>
  readonly model: MatchModel
}

/** Other concerns about somebody of this one, protecting or protected. */
const concernsBeside = async (
  stored: StoredConcern,
  seeks: readonly Seek[],
  { now, deps }: { readonly now: Date; readonly deps: ProtectHouseholdDeps },
): Promise<readonly StoredConcern[]> => {
  const lookups = lookupsOf(stored, seeks)
  // Written before it is looked for: of two that are assessed at once, at least one then finds the other. And before the
  // commit: either the gathering sees a record, or the record's change finds this concern assessed.
  await deps.keepLookups(lookups)
  const ids = await deps.concernsNear(lookups, now)
  if (ids.length === 0) return []
  const near = await deps.readConcerns(ids)
  return near.filter((one) => isOfOneHousehold(stored, one, deps.model))
}

const by = (protector: StoredConcern, { concernId }: StoredConcern): ProtectedBy => ({
  concernId,
  by: protector.concernId,
  until: protectsUntil(protector),
})

/**
 * What protects a concern beyond the register's memory (policy §2, protectedHousehold): any of two years about somebody of
 * it. Looked for once, with the first assessment, in both directions, so that whichever came first is protected.
 */
export const protectHousehold = async (
  stored: StoredConcern,
  seeks: readonly Seek[],
  { now, deps }: { readonly now: Date; readonly deps: ProtectHouseholdDeps },
): Promise<{ readonly isProtected: boolean; readonly protections: readonly ProtectedBy[] }> => {
  const [protectors, beside] = await Promise.all([
    deps.readProtectors(stored.concernId, now),
    stored.assessments === 0 ? concernsBeside(stored, seeks, { now, deps }) : [],
  ])
  const protecting = beside.filter(protects)
  return {
    isProtected: protectors.length > 0 || protecting.length > 0,
    protections: [
      ...protecting.map((one) => by(one, stored)),
      ...(protects(stored) ? beside.map((one) => by(stored, one)) : []),
    ],
  }
}
