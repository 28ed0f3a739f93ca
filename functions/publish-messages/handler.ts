import { type PublishWaitingDeps, publishWaiting } from '../../shared/casework/publish-waiting.ts'
import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { type SweepPorts, sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = PublishWaitingDeps & SweepPorts

/** Every minute, in parts: publishes what the relay left lying, and what leaves at its time of the day. */
export const createHandler = (deps: Deps): ((event?: unknown) => Promise<SweepReport>) => {
  const attend: SweepDeps<'publish-messages'>['attend'] = (waiting) => publishWaiting(waiting, deps)
  return sweeping('publish-messages', { ...deps, attend })
}
