import { type MeasureHubDeps, measureHub } from '../../shared/casework/measure-hub.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { tellingUnreadable } from '../../shared/logging/telling-unreadable.ts'

export type Deps = MeasureHubDeps & { readonly log: Log }

/** Every minute: what waits, as metrics; and once, which authority or agency cannot be read. */
export const createHandler = (deps: Deps): (() => Promise<void>) => {
  const tell = tellingUnreadable(deps.log)
  return async () => {
    const { unreadable = [] } = await deps.readDirectory()
    for (const { kind, id } of unreadable) tell({ kind, [kind]: id })
    deps.log('info', 'HUB_MEASURED', { measured: await measureHub(deps) })
  }
}
