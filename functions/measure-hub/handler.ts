import { type MeasureHubDeps, measureHub } from '../../shared/casework/measure-hub.ts'
import type { Log } from '../../shared/logging/logger.ts'

export type Deps = MeasureHubDeps & { readonly log: Log }

/** Every minute: what waits, as metrics. */
export const createHandler = (deps: Deps) => async (): Promise<void> =>
  deps.log('info', 'HUB_MEASURED', { measured: await measureHub(deps) })
