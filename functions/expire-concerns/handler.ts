import { type ExpireConcernDeps, expireConcern } from '../../shared/casework/expire-concern.ts'
import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = ExpireConcernDeps &
  Pick<SweepDeps<'expire-concerns'>, 'listWaiting'> & { readonly log: Log }

/** Every minute: deletes what was held to its end. */
export const createHandler = (deps: Deps): (() => Promise<SweepReport>) => {
  const { listWaiting, now, log } = deps
  const attend: SweepDeps<'expire-concerns'>['attend'] = async (waiting) =>
    (await expireConcern(waiting, deps)).kind === 'expired'
  return sweeping('expire-concerns', { listWaiting, now, log, attend })
}
