import { takeUpAgain } from '../../cli/recovery/take-up-again.ts'
import {
  faultsOfRestoredLog,
  isSignedBeyond,
  keepOld,
  lostWith,
  sizeOf,
  unnamed,
} from './oracle/restored.ts'
import { violationsOf } from './oracle/verdict.ts'
import {
  createSimulation,
  heal,
  type Report,
  type Run,
  reportOf,
  runUntil,
  type Simulation,
  sendAll,
} from './run.ts'
import { environment, tables } from './world/place.ts'

/** Tables of which one at a time is put back to an earlier second. */
export const restorable = ['auditLog', 'auditEntries', 'casework', 'intake'] as const
export type Restorable = (typeof restorable)[number]

const second = 1000

/** What whoever restores does afterwards, as the runbook says it (`docs/runbooks/restore.md`, steps 5 and 8). */
const follow = async ({ hub, scheduler }: Simulation, table: Restorable): Promise<void> => {
  const scan = async function* (name: string) {
    yield hub.store.rows(name)
  }
  const now = (): Date => new Date(scheduler.now())
  if (table === 'casework') await takeUpAgain({ store: hub.store, tables, scan, now })
  // The rows stand in another table, so the log has another name.
  if (table === 'auditLog') hub.fleet.deploy({ LOG_ORIGIN: `${environment.LOG_ORIGIN}-restored` })
}

/** One seed in the middle of which a table is put back to what it held half a minute or more before. */
export const runRestored = async (run: Run, table: Restorable): Promise<Report> => {
  const simulation = createSimulation(run)
  const { scheduler, random, chaos, hub } = simulation
  const open = sendAll(simulation, run)
  const pass = async (from: number, to: number): Promise<void> => {
    const until = scheduler.now() + random.between(from, to) * second
    await runUntil(simulation, () => scheduler.now() > until)
  }
  await pass(60, 100)
  const copy = hub.store.rows(tables[table])
  const size = sizeOf(simulation)
  await pass(30, 80)
  // A log on which nothing was signed since may go on as if nothing had been.
  const isLater = (): boolean => table !== 'auditLog' || isSignedBeyond(simulation, size)
  await runUntil(simulation, isLater, { every: 60 * second, most: 240 * second })
  // What still runs has the table that is lost, and ends with it.
  hub.fleet.stop()
  const lost = lostWith(simulation, table, copy)
  const changed = await hub.putBack(tables[table], copy)
  for (let row = 0; row < changed; row += 1) chaos.count('X9')
  keepOld(simulation, table, lost)
  const named = await unnamed(simulation, table)
  // Long enough that every minute’s work has met what now stands.
  await pass(130, 150)
  await runUntil(simulation, () => open() === 0)
  const log = table === 'auditLog' ? faultsOfRestoredLog(simulation) : []
  await follow(simulation, table)
  await heal(simulation, open)
  const { terms, violations } = await violationsOf(simulation, run)
  return reportOf(simulation, run, { terms, violations: [...named, ...log, ...violations] })
}
