import { framesOf } from './frames-of.ts'
import type { Log } from './logger.ts'

/** Of one record of many that could not be read or dealt with: its kind and where it was thrown, never what it holds. */
export const failureFields = (kind: string, error: unknown) => ({
  kind,
  errorName: error instanceof Error ? error.name : 'unknown',
  frames: framesOf(error),
})

export const reportFailure = (log: Log, kind: string, error: unknown): void =>
  log('error', 'RECORD_FAILED', failureFields(kind, error))
