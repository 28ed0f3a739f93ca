import { contradictionOf } from '../../shared/audit/contradiction.ts'
import { type SealLogDeps, sealLog } from '../../shared/casework/seal-log.ts'
import { framesOf } from '../../shared/logging/frames-of.ts'
import type { Log } from '../../shared/logging/logger.ts'

type Deps = SealLogDeps & { readonly log: Log }

/**
 * Says of every entry about nobody real that it is there, before it is sealed: an alarm rings on that line. All entries
 * pass here, whoever wrote them, so that no function that meets a canary has to behave otherwise for it.
 */
const pagingFirst = ({ log, readUnsealed, ...deps }: Deps): SealLogDeps => ({
  ...deps,
  readUnsealed: async () => {
    const waiting = await readUnsealed()
    const hits = waiting.entries.filter(({ entry }) => entry['action'] === 'CANARY_HIT')
    if (hits.length > 0) log('warn', 'CANARY_HIT', { count: hits.length })
    return waiting
  },
})

/** A run takes whatever waits, so it needs nothing of the event: a batch of the stream and a schedule are the same. */
export const createHandler =
  (deps: Deps) => async (): Promise<{ readonly batchItemFailures: readonly [] }> => {
    try {
      const { sealed, complete } = await sealLog(pagingFirst(deps))
      deps.log('info', 'LOG_SEALED', { count: sealed, kind: complete ? 'COMPLETE' : 'STOPPED' })
      return { batchItemFailures: [] }
    } catch (error) {
      const kind = contradictionOf(error)
      if (kind !== undefined) deps.log('error', 'LOG_CONTRADICTED', { kind })
      // Thrown on, so that the whole batch comes again: no record of it is at fault.
      deps.log('error', 'RECORD_FAILED', {
        errorName: error instanceof Error ? error.name : '',
        frames: framesOf(error),
      })
      throw error
    }
  }
