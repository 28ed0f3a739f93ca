import {
  type RehearseConcernDeps,
  rehearseConcern,
} from '../../shared/casework/rehearse-concern.ts'
import type { Log } from '../../shared/logging/logger.ts'

export type Deps = Omit<RehearseConcernDeps, 'onFailure'> & { readonly log: Log }

/** What the hub answered, where it answered. */
const statusOf = (error: unknown): { readonly status?: number } =>
  error instanceof Error && 'status' in error ? { status: Number(error.status) } : {}

/** Every five minutes: one concern from end to end. A step that fails is a warning, for it rings only when nothing has come through for a while. */
export const createHandler =
  ({ log, ...deps }: Deps) =>
  async (): Promise<void> => {
    const measured = await rehearseConcern({
      ...deps,
      onFailure: (kind, error) =>
        log('warn', 'REHEARSAL_FAILED', {
          kind,
          errorName: error instanceof Error ? error.name : 'unknown',
          ...statusOf(error),
        }),
    })
    log('info', 'CONCERN_REHEARSED', { measured })
  }
