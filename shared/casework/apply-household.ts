import { monthsBefore } from '../calendar/months.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { ChildId, ConcernId } from '../kernel/ids.ts'
import type { HouseholdChange, HouseholdChangeRef } from '../register/household-change.ts'
import { type ReassessHeldDeps, reassessHeld } from './reassess-held.ts'

export type ApplyHouseholdDeps = ReassessHeldDeps & {
  readonly readChange: (ref: HouseholdChangeRef) => Promise<HouseholdChange | undefined>
  /** The heads of this child and of every other child of its adults. */
  readonly readHeads: (childId: ChildId) => Promise<readonly Chronology[]>
  readonly markApplied: (change: HouseholdChange) => Promise<void>
}

/** Concerns of one household that a change looks into, the newest: more in twelve months than any will have. */
const mostConcerns = 100

/** A concern that joins a child may raise one already looked at, so that each round but the last has changed something. */
const rounds = 5

/** What accumulation may still ask of, newest first. */
const rememberedIn = (heads: readonly Chronology[], now: Date): ConcernId[] => {
  const recent = heads
    .flatMap(({ notifications }) => notifications)
    .filter(({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, 12))
    .toSorted((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt))
  return [...new Set(recent.map(({ concernId }) => concernId))].slice(0, mostConcerns)
}

/**
 * Lets a change of household take effect (F15): what is held about its children is decided on the household as it now is.
 * Each concern is a transaction of its own and says in its state that it is done, so that a second try repeats nothing.
 * @throws Error when the household would not hold still; the next sweep then goes on
 */
export const applyHousehold = async (
  ref: HouseholdChangeRef,
  deps: ApplyHouseholdDeps,
): Promise<'applied' | 'already-applied'> => {
  const change = await deps.readChange(ref)
  if (change?.status !== 'PENDING') return 'already-applied'
  for (let round = 0; round < rounds; round += 1) {
    let reassessed = 0
    for (const concernId of rememberedIn(await deps.readHeads(ref.childId), deps.now()))
      if ((await reassessHeld(concernId, deps)) === 'reassessed') reassessed += 1
    if (reassessed > 0) continue
    await deps.markApplied({ ...change, status: 'APPLIED' })
    return 'applied'
  }
  throw new Error(`the household of a child was still changing after ${rounds} rounds`)
}
