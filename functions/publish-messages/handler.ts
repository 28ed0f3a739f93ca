import { type PublishWaitingDeps, publishWaiting } from '../../shared/casework/publish-waiting.ts'
import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { type SweepPorts, sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = Omit<PublishWaitingDeps, 'again' | 'digest'> & {
  readonly again: Omit<PublishWaitingDeps['again'], 'onAgain'>
  readonly digest: Omit<PublishWaitingDeps['digest'], 'onAgain'>
} & SweepPorts

/** Every minute, in parts: publishes what the relay left lying, what nobody has answered, and what leaves at its time of the day. */
export const createHandler = (deps: Deps): ((event?: unknown) => Promise<SweepReport>) => {
  const onAgain: PublishWaitingDeps['again']['onAgain'] = (message) => {
    const { recordId, type: kind, urgency, timesAgain: count = 1 } = message
    const measured = { MessagesToldAgain: 1 }
    deps.log('info', 'MESSAGE_TOLD_AGAIN', { recordId, kind, urgency, count, measured })
  }
  const publishing: PublishWaitingDeps = {
    ...deps,
    again: { ...deps.again, onAgain },
    digest: { ...deps.digest, onAgain },
  }
  const attend: SweepDeps<'publish-messages'>['attend'] = (waiting) =>
    publishWaiting(waiting, publishing)
  return sweeping('publish-messages', { ...deps, attend })
}
