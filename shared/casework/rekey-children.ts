import type { Clock } from '../kernel/clock.ts'
import type { ChildId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { planChild } from '../register/plan-change.ts'
import type { RegisterChange, Rekey } from '../register/register-change.ts'
import type { ChangeRegisterDeps } from './change-register.ts'

export type RekeyChildrenDeps = Pick<
  ChangeRegisterDeps,
  'readFamily' | 'readAdult' | 'hashKeys'
> & {
  /** As the commit of a change of the register, of one that says nothing new of anybody: there is nothing to record. */
  readonly commitKeys: (change: RegisterChange) => Promise<'committed' | 'changed'>
  readonly markRekeyed: (rekey: Rekey) => Promise<void>
  readonly now: Clock
}

/** Nothing is told anew of the child: only what it is found by can differ, and that makes no version of the record. */
const rekeyOne = async (childId: ChildId, deps: RekeyChildrenDeps): Promise<void> =>
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

/**
 * Lets what an adult's children are found by follow the adult's record: keys, and evidence of who the adult is. Each child is a
 * transaction of its own, and a second try finds nothing left to do.
 * @throws HubError store-busy when a child's record would not hold still; the next sweep then goes on
 */
export const rekeyChildren = async (rekey: Rekey, deps: RekeyChildrenDeps): Promise<boolean> => {
  const { record } = await deps.readAdult(rekey.adultId)
  for (const { childId } of record?.children ?? []) await rekeyOne(childId, deps)
  await deps.markRekeyed(rekey)
  return true
}
