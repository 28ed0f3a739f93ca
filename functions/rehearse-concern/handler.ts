import {
  type RehearseConcernDeps,
  rehearseConcern,
} from '../../shared/casework/rehearse-concern.ts'
import type { Log } from '../../shared/logging/logger.ts'

type Own = 'receive' | 'remove' | 'now'

export type Deps = Pick<RehearseConcernDeps, Own> & {
  /** What one run does through the API. */
  readonly portsOfRun: () => Omit<RehearseConcernDeps, Own | 'onFailure'>
  readonly log: Log
}

/** What the hub answered, where it answered. */
const statusOf = (error: unknown): { readonly status?: number } =>
  error instanceof Error && 'status' in error ? { status: Number(error.status) } : {}

/** Every five minutes: one concern from end to end. A step that fails is a warning, for it rings only when nothing has come through for a while. */
export const createHandler =
  ({ log, portsOfRun, ...deps }: Deps) =>
  async (): Promise<void> => {
    const measured = await rehearseConcern({
      ...deps,
      ...portsOfRun(),
      onFailure: (kind, error) =>
        log('warn', 'REHEARSAL_FAILED', {
          kind,
          errorName: error instanceof Error ? error.name : 'unknown',
          ...statusOf(error),
        }),
    })
    log('info', 'CONCERN_REHEARSED', { measured })
  }
