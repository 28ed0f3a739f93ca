import {
  type ExpireEntriesDeps,
  type ExpireEntriesResult,
  expireEntries,
} from '../../shared/casework/expire-entries.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'

type Deps = Omit<ExpireEntriesDeps, 'isLate'> & { readonly log: Log }

/** Of fifteen minutes: the rest is for what was begun. */
const longest = 10 * 60 * 1000

const tell = ({ deleted, isWhole }: ExpireEntriesResult, log: Log): void => {
  for (const [kind, count] of Object.entries(deleted))
    if (count > 0) log('info', 'ENTRIES_EXPIRED', { kind, count })
  const count = deleted.HUB + deleted.CHILD
  log('info', 'SWEEP_COMPLETED', { kind: isWhole ? 'COMPLETE' : 'STOPPED', count })
}

/** Every hour, so that nothing waits a day for a failure; what is over is looked for once a day. */
export const createHandler = (deps: Deps) => async (): Promise<ExpireEntriesResult> => {
  const { log, now } = deps
  const end = now().getTime() + longest
  try {
    const result = await expireEntries({ ...deps, isLate: () => now().getTime() > end })
    tell(result, log)
    return result
  } catch (error) {
    reportFailure(log, 'expire-entries', error)
    throw error
  }
}
