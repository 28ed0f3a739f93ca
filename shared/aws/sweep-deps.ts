import { forgetQuarantinedIn, keepQuarantinedIn, readQuarantineIn } from './dynamodb/quarantine.ts'
import { listWaitingIn } from './dynamodb/waiting.ts'
import type { World } from './world.ts'

/** What every sweep is given: time, log, what has waited, and what of it stands aside. */
export const sweepDepsFrom = (
  store: Parameters<typeof listWaitingIn>[0],
  tables: Parameters<typeof listWaitingIn>[1],
  { now, log }: Pick<World, 'now' | 'log'>,
) => ({
  now,
  log,
  listWaiting: listWaitingIn(store, tables),
  readQuarantine: readQuarantineIn(store, tables.casework),
  keepQuarantined: keepQuarantinedIn(store, tables.casework),
  forgetQuarantined: forgetQuarantinedIn(store, tables.casework),
})
