import { type SealLogDeps, sealLog } from '../../shared/casework/seal-log.ts'
import { framesOf } from '../../shared/logging/frames-of.ts'
import type { Log } from '../../shared/logging/logger.ts'

/** A run takes whatever waits, so it needs nothing of the event: a batch of the stream and a schedule are the same. */
export const createHandler =
  (deps: SealLogDeps & { readonly log: Log }) =>
  async (): Promise<{ readonly batchItemFailures: readonly [] }> => {
    try {
      const { sealed, complete } = await sealLog(deps)
      deps.log('info', 'LOG_SEALED', { count: sealed, kind: complete ? 'COMPLETE' : 'STOPPED' })
      return { batchItemFailures: [] }
    } catch (error) {
      // Thrown on, so that the whole batch comes again: no record of it is at fault.
      deps.log('error', 'RECORD_FAILED', {
        errorName: error instanceof Error ? error.name : '',
        frames: framesOf(error),
      })
      throw error
    }
  }
