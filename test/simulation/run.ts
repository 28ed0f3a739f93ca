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
import { isLong } from './engine/long.ts'
import { createScheduler } from './engine/scheduler.ts'
import { seedTheProcess } from './engine/seeded.ts'
import { createSeededKeys } from './hub/keys.ts'
import { createSimulatedHub } from './hub/simulated-hub.ts'
import { createLeaks } from './oracle/leaks.ts'
import { violationsOf } from './oracle/verdict.ts'
import { createWitness } from './oracle/witness.ts'
import type { Family } from './world/families.ts'
import type { Ground } from './world/ground.ts'
import { startAt, tables } from './world/place.ts'
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
const minutesAfterHealing = 4

export const createSimulation = (run: Run) => {
  const { seed, mode, isFaulty, ground, families } = run
  const random: Random = createRandom(seed)
  seedTheProcess(createRandom(seed, 1))
  const scheduler = createScheduler(createRandom(seed, 2), startAt)
  const chaos = createChaos(createRandom(seed, 3), mode, isFaulty)
  const history = createHistory(scheduler.now)
  const witness = createWitness()
  const leaks = createLeaks()
  let rescues = 0
  const rang = new Set<string>()
  let senders: Senders | undefined
  let recorders: Recorders | undefined
  const hub = createSimulatedHub({
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
      rang.add(event)
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
      if (what === 'answer') {
        const alert = witness.alerts.find((one) => one.concernId === concernId)
        return alert && workers.finish(alert)
      }
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
  const rescued = (): number => rescues
  /** What is in no table since one was put back, and of a log that was how far it then went. */
  const restored = {
    isPutBack: false,
    lost: new Set<string>(),
    log: undefined as
      | { readonly origin: string; readonly size: number; readonly isRewound: boolean }
      | undefined,
  }
  const oracle = { history, witness, leaks, rang, restored, rescues: rescued }
  return { scheduler, chaos, random, hub, senders, ...oracle }
}
export type Simulation = ReturnType<typeof createSimulation>

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
export const runUntil = async (
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

export const isQuiet = ({ streams, topics, deliveries }: Simulation['hub']): boolean =>
  streams.isEmpty() && topics.isQuiet() && deliveries.isEmpty()

const digestOf = ({ hub, history }: Simulation): string => {
  const hash = createHash('sha256').update(JSON.stringify(history.done))
  for (const table of Object.values(tables))
    for (const row of hub.store.rows(table)) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** Sends them all; gives how many have not heard yet. */
export const sendAll = ({ senders }: Simulation, { families }: Run): (() => number) => {
  let open = families.length
  for (const [number, family] of families.entries())
    void senders.send(number, family).then(() => {
      open -= 1
    })
  return () => open
}

/** Nothing goes wrong any more, dead letters are put back, and four more minutes of sweeps pass. */
export const heal = async (simulation: Simulation, open: () => number): Promise<void> => {
  const { scheduler, chaos, hub } = simulation
  chaos.heal()
  hub.topics.redrive()
  const until = scheduler.now() + minutesAfterHealing * minute
  await runUntil(simulation, () => open() === 0 && isQuiet(hub) && scheduler.now() > until)
}

/** What a seed did, and what is wrong with it. */
export const reportOf = (
  simulation: Simulation,
  run: Run,
  { terms, violations }: Pick<Report, 'terms' | 'violations'>,
): Report => ({
  seed: run.seed,
  mode: run.mode,
  concerns: run.families.length,
  calls: simulation.scheduler.steps(),
  faults: simulation.chaos.counts,
  rescues: simulation.rescues(),
  terms,
  violations,
  digest: digestOf(simulation),
})

/** One seed: concerns are sent while all goes wrong that can, then it heals, and then it must all be there. */
export const runSeed = async (run: Run): Promise<Report> => {
  const simulation = createSimulation(run)
  const open = sendAll(simulation, run)
  await runUntil(simulation, () => open() === 0)
  await heal(simulation, open)
  if (isLong(run)) await letDaysPass(simulation)
  const { terms, violations } = await violationsOf(simulation, run)
  const unheard = open() > 0 ? [`${open()} senders never heard`] : []
  return reportOf(simulation, run, { terms, violations: [...violations, ...unheard] })
}
