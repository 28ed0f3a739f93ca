import type { Compared } from '../../shared/audit/requests-and-entries.ts'
import {
  type CompareLastHourDeps,
  compareLastHour,
} from '../../shared/casework/compare-requests.ts'
import { type Walked, type WalkLogDeps, walkLog } from '../../shared/casework/walk-log.ts'
import { present } from '../../shared/kernel/present.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { type Deps as Reconciling, reconciling } from './reconciling.ts'

type Deps = Omit<WalkLogDeps, 'isLate'> & {
  readonly log: Log
  /** Left out where the gateway writes no log. */
  readonly requests: CompareLastHourDeps | undefined
  readonly concerns: Omit<Reconciling, 'log'>
}

/** Of fifteen minutes: the last of it is for what was begun. */
const longest = 12 * 60 * 1000

/** Each kind of what is wrong is one line, which rings, with the first leaf of it; then how much was looked at. */
const tell = ({ findings, isWhole, leaves, rows }: Walked, log: Log): void => {
  for (const [kind, found] of Map.groupBy(findings, ({ what }) => what)) {
    const leaf = found.find(({ index }) => index !== undefined)?.index
    log('error', 'LOG_ALTERED', { kind, count: found.length, ...(leaf !== undefined && { leaf }) })
  }
  const kind = isWhole ? 'COMPLETE' : 'STOPPED'
  log(isWhole ? 'info' : 'error', 'LOG_WALKED', { kind, count: leaves + rows })
}

/** Of the first that left no entry the gateway's id is told, by which it is found in the gateway's log. */
const tellCompared = ({ withoutEntry, withoutRequest }: Compared, log: Log): void => {
  const [first] = withoutEntry
  if (first !== undefined)
    log('error', 'ACT_WITHOUT_ENTRY', {
      count: withoutEntry.length,
      gatewayId: first.gatewayId,
      ...present({ route: first.route }),
    })
  if (withoutRequest > 0) log('error', 'ENTRY_WITHOUT_REQUEST', { count: withoutRequest })
}

/** One that fails keeps no other from being looked at. */
const inTurn = async (log: Log, looks: readonly (() => Promise<void>)[]): Promise<void> => {
  const failures: unknown[] = []
  for (const look of looks)
    await look().catch((error: unknown) => {
      reportFailure(log, 'verify-log', error)
      failures.push(error)
    })
  if (failures.length > 0) throw failures[0]
}

/** Every hour: the part of the log whose turn it is, what the gateway counted, and whether each concern is somewhere. */
export const createHandler = (deps: Deps) => (): Promise<void> => {
  const { log, now, requests, concerns } = deps
  const end = now().getTime() + longest
  return inTurn(log, [
    async () => {
      tell(await walkLog({ ...deps, isLate: () => now().getTime() > end }), log)
      if (requests !== undefined) tellCompared(await compareLastHour(requests), log)
    },
    () => reconciling({ ...concerns, log }),
  ])
}
