import { type TellSendersDeps, tellSenders } from '../../shared/casework/tell-senders.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'

export type Deps = Omit<TellSendersDeps, 'onFailure'> & { readonly log: Log }

/** Every minute: which concerns have changed, to the systems of those who sent them. */
export const createHandler = (deps: Deps): (() => Promise<void>) => {
  const onFailure = (error: unknown): void => reportFailure(deps.log, 'change', error)
  return async () => {
    const count = await tellSenders({ ...deps, onFailure })
    deps.log('info', 'SWEEP_COMPLETED', { count })
  }
}
