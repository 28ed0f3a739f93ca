import type { Unreadable } from '../../shared/agencies/directory.ts'
import { type MeasureHubDeps, measureHub } from '../../shared/casework/measure-hub.ts'
import type { Log } from '../../shared/logging/logger.ts'

export type Deps = MeasureHubDeps & { readonly log: Log }

/** Tells of each row of the directory that cannot be read: once, as long as this process lives. */
const tellingOnce = (log: Log) => {
  const told = new Set<string>()
  return ({ kind, id }: Unreadable): void => {
    if (told.has(id)) return
    told.add(id)
    const whose = kind === 'authority' ? { authority: id } : { agency: id }
    log('error', 'DIRECTORY_UNREADABLE', { kind, ...whose })
  }
}

/** Every minute: what waits, as metrics. */
export const createHandler = (deps: Deps): (() => Promise<void>) => {
  const tell = tellingOnce(deps.log)
  return async () => {
    for (const one of (await deps.readDirectory()).unreadable ?? []) tell(one)
    deps.log('info', 'HUB_MEASURED', { measured: await measureHub(deps) })
  }
}
