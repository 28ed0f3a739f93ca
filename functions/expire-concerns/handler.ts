import { type ExpireConcernDeps, expireConcern } from '../../shared/casework/expire-concern.ts'
import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { type SweepPorts, sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = ExpireConcernDeps & SweepPorts

/** Every minute: deletes what was held to its end. */
export const createHandler = (deps: Deps): (() => Promise<SweepReport>) => {
  const attend: SweepDeps<'expire-concerns'>['attend'] = async (waiting) =>
    (await expireConcern(waiting, deps)).kind === 'expired'
  return sweeping('expire-concerns', { ...deps, attend })
}
