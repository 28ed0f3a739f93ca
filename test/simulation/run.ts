import { createHash } from 'node:crypto'
import { createRandom, type Random } from '../../local/people/random.ts'
import type { Action } from '../../shared/aws/dynamodb/store.ts'
import { createCaller } from './actors/caller.ts'
import { createHistory } from './actors/history.ts'
import { createRecorders, type Recorders } from './actors/recorders.ts'
import { createSenders, type Senders } from './actors/sender.ts'
import { createWorkers } from './actors/workers.ts'
import { createChaos, type Mode } from './engine/chaos.ts'
import type { Counts } from './engine/faults.ts'
import { createScheduler } from './engine/scheduler.ts'
import { seedTheProcess } from './engine/seeded.ts'
import { createSeededKeys } from './hub/keys.ts'
import { createSimulatedHub } from './hub/simulated-hub.ts'
import { createLeaks } from './oracle/leaks.ts'
import { violationsOf } from './oracle/verdict.ts'
import { createWitness } from './oracle/witness.ts'
import type { Family } from './world/families.ts'
import { type Ground, startAt, tables } from './world/ground.ts'
import { createTokens } from './world/tokens.ts'

export type Run = {
  readonly seed: number
  readonly mode: Mode
  readonly isFaulty: boolean
  readonly ground: Ground
  /** Each is written of once. */
  readonly families: readonly Family[]
}

export type Report = {
  readonly seed: number
  readonly mode: Mode
  readonly concerns: number
  readonly calls: number
  readonly faults: Counts
  readonly rescues: number
  readonly terms: Readonly<Record<string, number>>
  readonly violations: readonly string[]
  /** Of all that happened and all that stands: the same for the same seed. */
  readonly digest: string
}

const minute = 60_000
const hour = 60 * minute
/** Of so many seeds one goes on for three days. */
const longOf = 16
const minutesAfterHealing = 4

const isLong = ({ seed, mode, isFaulty }: Run): boolean =>
  isFaulty && mode === 'all' && seed % longOf === 2

const createSimulation = async (run: Run) => {
  const { seed, mode, isFaulty, ground, families } = run
  const random: Random = createRandom(seed)
  seedTheProcess(createRandom(seed, 1))
  const scheduler = createScheduler(createRandom(seed, 2), startAt)
  const chaos = createChaos(createRandom(seed, 3), mode, isFaulty)
  const history = createHistory(scheduler.now)
  const witness = createWitness()
  const leaks = createLeaks()
  let rescues = 0
  let senders: Senders | undefined
  let recorders: Recorders | undefined
  const hub = await createSimulatedHub({
    scheduler,
    chaos,
    random: createRandom(seed, 4),
    mode,
    isLong: isLong(run),
    ground,
    onWrite: witness.onWrite,
    onHeard: (queue, id, type) => {
      if (type.includes('alert.')) void workers.take(queue, id)
    },
    onLog: (event, text) => {
      if (event === 'RESCUED_BY_SWEEP') rescues += 1
      leaks.look('log', text)
    },
    receiver: {
      isLogged: (alertId) => witness.acts.has(`ALERT_DELIVERED ${alertId}`),
      onPushed: (body) => leaks.look('push', body),
      complain: (violation) => void witness.violations.push(violation),
    },
    provoke: async (what, actions) => {
      const concernId = concernIn(actions) ?? someConcern()
      if (concernId === undefined) return
      if (what === 'record') return void (await recorders?.recordAdoption(numberOf(concernId)))
      const kind = random.chance(0.5) ? 'consent' : 'withdraw'
      await senders?.change(kind, { number: numberOf(concernId), concernId })
    },
  })
  const tokenOf = createTokens(createSeededKeys(), scheduler.now)
  const calls = createCaller({
    fleet: hub.fleet,
    scheduler,
    tokenOf,
    onReply: (status, text) => {
      if (status >= 400) leaks.look(`reply ${status}`, text)
    },
  })
  const actors = { scheduler, random, chaos, calls, history }
  const workers = createWorkers(actors)
  senders = createSenders(actors)
  recorders = createRecorders(actors, families)
  const someConcern = (): string | undefined => {
    const all = [...witness.committed.values()]
    return all.length === 0 ? undefined : random.pick(all)[0]
  }
  const numberOf = (concernId: string): number => {
    const found = [...witness.committed].find(([, ids]) => ids.includes(concernId))
    return Number(found?.[0] ?? 0)
  }
  return { scheduler, chaos, history, witness, leaks, hub, senders, rescues: () => rescues }
}
export type Simulation = Awaited<ReturnType<typeof createSimulation>>

const concernIn = (actions: readonly Action[]): string | undefined => {
  for (const action of actions) {
    const { pk, sk } = action.kind === 'put' ? action.row : action.key
    if (sk.startsWith('ASSESSMENT#') || (sk === 'CONCERN' && pk.startsWith('CONCERN#')))
      return pk.slice('CONCERN#'.length)
  }
  return undefined
}

type Lasting = { readonly every: number; readonly most: number }
const untilHealed: Lasting = { every: minute, most: 60 * minute }
const forDays: Lasting = { every: hour, most: 73 * hour }

/** Lets the clock tick until there is nothing more to do, or the time is over. */
const runUntil = async (
  { scheduler, hub }: Simulation,
  isDone: () => boolean,
  { every, most }: Lasting = untilHealed,
): Promise<void> => {
  let isTicking = true
  const tick = (): void => {
    if (!isTicking) return
    void hub.tick()
    scheduler.after(every, tick)
  }
  tick()
  const until = scheduler.now() + most
  while (!isDone() && scheduler.now() < until) if (!(await scheduler.step())) break
  isTicking = false
}

/** Three days in which nobody answers: whoever is owed an answer is chased; then a stream’s reader comes late. */
const letDaysPass = async (simulation: Simulation): Promise<void> => {
  const { scheduler, hub } = simulation
  const until = scheduler.now() + 72 * hour
  await runUntil(simulation, () => scheduler.now() > until, forDays)
  let isRead = false
  void hub.streams.readLate().then(() => {
    isRead = true
  })
  const soon = scheduler.now() + minutesAfterHealing * minute
  await runUntil(simulation, () => isRead && isQuiet(hub) && scheduler.now() > soon)
}

const isQuiet = ({ streams, topics, deliveries }: Simulation['hub']): boolean =>
  streams.isEmpty() && topics.isQuiet() && deliveries.isEmpty()

const digestOf = ({ hub, history }: Simulation): string => {
  const hash = createHash('sha256').update(JSON.stringify(history.done))
  for (const table of Object.values(tables))
    for (const row of hub.store.rows(table)) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** One seed: concerns are sent while all goes wrong that can, then it heals, and then it must all be there. */
export const runSeed = async (run: Run): Promise<Report> => {
  const simulation = await createSimulation(run)
  const { scheduler, chaos, senders, hub } = simulation
  let open = run.families.length
  for (const [number, family] of run.families.entries())
    void senders.send(number, family).then(() => {
      open -= 1
    })
  await runUntil(simulation, () => open === 0)
  chaos.heal()
  hub.topics.redrive()
  const healedAt = scheduler.now()
  await runUntil(
    simulation,
    () => open === 0 && isQuiet(hub) && scheduler.now() > healedAt + minutesAfterHealing * minute,
  )
  if (isLong(run)) await letDaysPass(simulation)
  const { terms, violations } = await violationsOf(simulation, run)
  return {
    seed: run.seed,
    mode: run.mode,
    concerns: run.families.length,
    calls: scheduler.steps(),
    faults: chaos.counts,
    rescues: simulation.rescues(),
    terms,
    violations: open > 0 ? [...violations, `${open} senders never heard`] : violations,
    digest: digestOf(simulation),
  }
}
