import { reportFailure } from '../logging/report-failure.ts'
import { listWaitingIn } from './dynamodb/waiting.ts'
import type { World } from './world.ts'

/** What every sweep is given: time, log, and what has waited. A row that cannot be read is reported and passed over. */
export const sweepDepsFrom = (
  store: Parameters<typeof listWaitingIn>[0],
  tables: Parameters<typeof listWaitingIn>[1],
  { now, log }: Pick<World, 'now' | 'log'>,
) => ({
  now,
  log,
  listWaiting: listWaitingIn(store, tables, (kind, error) => reportFailure(log, kind, error)),
})
