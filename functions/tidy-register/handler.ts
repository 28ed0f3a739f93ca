import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { type TidyWaitingDeps, tidyWaiting } from '../../shared/casework/tidy-waiting.ts'
import { type SweepPorts, sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = TidyWaitingDeps & SweepPorts

/** Every minute: puts in order what writers of the register left behind. */
export const createHandler = (deps: Deps): ((event?: unknown) => Promise<SweepReport>) => {
  const attend: SweepDeps<'tidy-register'>['attend'] = (waiting) => tidyWaiting(waiting, deps)
  return sweeping('tidy-register', { ...deps, attend })
}
