import { monthsBefore } from '../calendar/months.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { HouseholdChange, HouseholdChangeRef } from '../register/household-change.ts'
import { type AssessAgainDeps, assessAgain } from './assess-again.ts'

export type ApplyHouseholdDeps = AssessAgainDeps & {
  readonly readChange: (ref: HouseholdChangeRef) => Promise<HouseholdChange | undefined>
  /** The heads of this child and of every other child of its adults; of an adult, of all their children. */
  readonly readHeads: (of: Pick<HouseholdChangeRef, 'of' | 'id'>) => Promise<readonly Chronology[]>
  readonly markApplied: (change: HouseholdChange) => Promise<void>
}

/** Concerns of one household that a change looks into, the newest: more in twelve months than any will have. */
const mostConcerns = 100

/** What accumulation may still ask of, newest first. */
const rememberedIn = (heads: readonly Chronology[], now: Date): ConcernId[] => {
  const recent = heads
    .flatMap(({ notifications }) => notifications)
    .filter(({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, 12))
    .toSorted((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt))
  return [...new Set(recent.map(({ concernId }) => concernId))].slice(0, mostConcerns)
}

export type ApplyHouseholdResult = { readonly kind: 'applied' | 'already-applied' }

/**
 * Lets a change of household take effect (F15): what was told of its children is decided on the household as it now is.
 * Each concern is a transaction of its own and says in its state that it is done, so that a second try repeats nothing.
 * @throws HubError store-busy when the household would not hold still; the next sweep then goes on
 */
export const applyHousehold = async (
  ref: HouseholdChangeRef,
  deps: ApplyHouseholdDeps,
): Promise<ApplyHouseholdResult> => {
  const change = await deps.readChange(ref)
  if (change?.status !== 'PENDING') return { kind: 'already-applied' }
  return untilItHolds(
    async () => {
      // A concern that joins a child may raise one already looked at: only a round that changed nothing is the last.
      if ((await reassessAll(ref, deps)) > 0) return 'changed'
      await deps.markApplied({ ...change, status: 'APPLIED' })
      return { kind: 'applied' }
    },
    storeBusy(`a household was still changing after ${mostAttempts} rounds`),
  )
}

/** How many concerns of the household were decided again. */
const reassessAll = async (ref: HouseholdChangeRef, deps: ApplyHouseholdDeps): Promise<number> => {
  let reassessed = 0
  for (const concernId of rememberedIn(await deps.readHeads(ref), deps.now()))
    if ((await assessAgain({ concernId, cause: 'household-changed' }, deps)).kind === 'reassessed')
      reassessed += 1
  return reassessed
}
