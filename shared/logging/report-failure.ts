import { framesOf } from './frames-of.ts'
import type { Log } from './logger.ts'

/** That one record of many could not be read or dealt with: by its kind and where it was thrown, never what it holds. */
export const reportFailure = (log: Log, kind: string, error: unknown): void =>
  log('error', 'RECORD_FAILED', {
    kind,
    errorName: error instanceof Error ? error.name : 'unknown',
    frames: framesOf(error),
  })
