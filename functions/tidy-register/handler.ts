import type { SweepDeps, SweepReport } from '../../shared/casework/sweep.ts'
import { type TidyWaitingDeps, tidyWaiting } from '../../shared/casework/tidy-waiting.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { sweeping } from '../../shared/streams/sweeping.ts'

export type Deps = TidyWaitingDeps &
  Pick<SweepDeps<'tidy-register'>, 'listWaiting'> & { readonly log: Log }

/** A concern cannot be kept for whoever is recorded later before the index has its key, which nobody else may have made. */
const makeIndexKey = ({ hashKeys }: Deps): Promise<unknown> => hashKeys([])

/** Every minute: makes the index's key where there is none, and puts in order what writers of the register left behind. */
export const createHandler = (deps: Deps): (() => Promise<SweepReport>) => {
  const { listWaiting, now, log } = deps
  const attend: SweepDeps<'tidy-register'>['attend'] = (waiting) => tidyWaiting(waiting, deps)
  const run = sweeping('tidy-register', { listWaiting, now, log, attend })
  return async () => {
    await makeIndexKey(deps).catch((error: unknown) => reportFailure(log, 'index', error))
    return run()
  }
}
