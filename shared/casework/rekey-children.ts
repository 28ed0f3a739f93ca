import type { Clock } from '../kernel/clock.ts'
import type { AdultId, ChildId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { planAdult, planChild } from '../register/plan-change.ts'
import type { RegisterChange, Rekey } from '../register/register-change.ts'
import type { ChangeRegisterDeps } from './change-register.ts'

export type RekeyDeps = Pick<ChangeRegisterDeps, 'readFamily' | 'readAdult' | 'hashKeys'> & {
  /** As the commit of a change of the register, of one that says nothing new of anybody: there is nothing to record. */
  readonly commitKeys: (change: RegisterChange) => Promise<'committed' | 'changed'>
  readonly now: Clock
}

export type RekeyChildrenDeps = RekeyDeps & {
  readonly markRekeyed: (rekey: Rekey) => Promise<void>
}

/** Nothing is told anew of the child: only what it is found by can differ, and that makes no version of the record. */
export const rekeyChild = async (childId: ChildId, deps: RekeyDeps): Promise<void> =>
  untilItHolds(
    async () => {
      const before = await deps.readFamily(childId, [])
      if (before.child.record === undefined) return undefined
      const {
        keys: _k,
        version: _v,
        adultEvidence: _e,
        recordedAt: _r,
        ...draft
      } = before.child.record
      const change = await planChild({ before, draft, told: [], now: deps.now() }, deps.hashKeys)
      if (change.records.length === 0) return undefined
      return (await deps.commitKeys(change)) === 'committed' ? undefined : 'changed'
    },
    storeBusy(`a child's keys were still changing after ${mostAttempts} rounds`),
  )

/** As {@link rekeyChild}, of an adult's own record. */
export const rekeyAdult = async (adultId: AdultId, deps: RekeyDeps): Promise<void> =>
  untilItHolds(
    async () => {
      const found = await deps.readAdult(adultId)
      if (found.record === undefined) return undefined
      const { keys: _k, version: _v, ...draft } = found.record
      const { hashKeys, now } = deps
      const change = await planAdult(found, draft, { hashKeys, now: now() })
      if (change.records.length === 0) return undefined
      return (await deps.commitKeys(change)) === 'committed' ? undefined : 'changed'
    },
    storeBusy(`an adult's keys were still changing after ${mostAttempts} rounds`),
  )

/**
 * Lets what an adult's children are found by follow the adult's record: keys, and evidence of who the adult is. Each child is a
 * transaction of its own, and a second try finds nothing left to do.
 * @throws HubError store-busy when a child's record would not hold still; the next sweep then goes on
 */
export const rekeyChildren = async (rekey: Rekey, deps: RekeyChildrenDeps): Promise<boolean> => {
  const { record } = await deps.readAdult(rekey.adultId)
  for (const { childId } of record?.children ?? []) await rekeyChild(childId, deps)
  await deps.markRekeyed(rekey)
  return true
}
