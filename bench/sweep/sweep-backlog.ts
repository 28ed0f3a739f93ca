import { wire } from '../../functions/watch-clocks/wire.ts'
import { environmentOf } from '../../local/environment-of.ts'
import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { ensureIndexKey } from '../../local/index-key.ts'
import { directoryRows } from '../../local/seed/directory.ts'
import { urgencyAsSent } from '../../shared/assessing/grave-as-sent.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { receivedRows } from '../../shared/aws/dynamodb/concern-rows.ts'
import type { Action, Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import type { Urgency } from '../../shared/codes/response-times.ts'
import { partsOf, sweeperParts } from '../../shared/config/sweepers.ts'
import { createSimulatedTime, type SimulatedTime } from './simulated-time.ts'
import { levels, stuckConcerns } from './stuck-concerns.ts'

const tables = forEachTable((name) => name)

/** Milliseconds that each thing is taken to last. A part of the sweep has one processor, and its share of that. */
export const lasts = { read: 5, write: 10, processor: 25 } as const
/** Parts of the sweep that run side by side. */
export const containers = partsOf(sweeperParts['watch-clocks']).length
/** How many of a hundred are of each level, in words. */
export const levelsOf = levels.map(([harm, count]) => `${count} % ${harm}`).join(', ')
const minute = 60_000
/** The function's time limit: whatever is at work then is cut off. */
const limit = minute

const start = new Date('2026-11-26T10:00:00Z')

type Assessed = { readonly urgency: Urgency; readonly shard: string; readonly at: number }

/** A store as a function far from it has it, which works for each transaction that it sends. */
const storeFrom = (
  store: Store,
  time: SimulatedTime,
  onWrite: (actions: readonly Action[]) => void,
): Store => {
  let freeAt = 0
  const waiting =
    <Input extends unknown[], Output>(
      milliseconds: number,
      call: (...input: Input) => Promise<Output>,
    ) =>
    async (...input: Input): Promise<Output> => {
      await time.sleep(milliseconds)
      return call(...input)
    }
  const work = (): Promise<void> => {
    freeAt = Math.max(freeAt, time.now().getTime()) + lasts.processor
    return time.sleepUntil(freeAt)
  }
  return {
    get: waiting(lasts.read, store.get),
    batch: waiting(lasts.read, store.batch),
    query: waiting(lasts.read, store.query),
    update: waiting(lasts.write, store.update),
    transact: async (actions) => {
      await work()
      await time.sleep(lasts.write)
      const result = await store.transact(actions)
      if (result === 'committed') onWrite(actions)
      return result
    },
  }
}

/** Which concerns a transaction has assessed: those whose waiting row it takes away. */
const takenIn = (actions: readonly Action[]): readonly string[] =>
  actions.flatMap((action) =>
    action.kind === 'delete' && action.key.pk.startsWith('ARRIVED#') ? [action.key.pk] : [],
  )

export type Backlog = {
  readonly concerns: number
  /** Seconds until the last of each urgency was assessed. */
  readonly clearedAfter: ReadonlyMap<Urgency, number>
  /** Runs that the clock began while the same part still ran. */
  readonly throttled: number
  readonly longestRun: number
}

const fill = async (store: Store, concerns: number) => {
  const places = new Map<string, Omit<Assessed, 'at'>>()
  for (const row of directoryRows(start)) await store.transact([put(tables.directory, row)])
  for (const stored of stuckConcerns(concerns, new Date(start.getTime() - minute))) {
    const urgency = urgencyAsSent(stored)
    const rows = receivedRows(stored, urgency)
    for (const row of rows) {
      const place = row['waitingFor']
      if (typeof place === 'string')
        places.set(row.pk, { urgency, shard: place.slice(place.lastIndexOf('#')) })
    }
    await store.transact(rows.map((row) => put(tables.intake, row)))
  }
  return places
}

/** @throws Error when a concern was assessed while a more pressing one of its shard, overdue like it, still waited */
const requireOrder = (assessed: readonly Assessed[]): void => {
  for (const own of Map.groupBy(assessed, ({ shard }) => shard).values()) {
    const urgent = own.filter(({ urgency }) => urgency === 'immediate')
    const lastUrgent = urgent.reduce((last, { at }) => Math.max(last, at), 0)
    const early = own.find(({ urgency, at }) => urgency !== 'immediate' && at < lastUrgent)
    if (early !== undefined) throw new Error('something came before what is of immediate danger')
  }
}

type Ground = { readonly store: Store; readonly time: SimulatedTime }

/** The parts of the sweep, each a function of its own far from the tables. */
const partsOver = (
  { store, time }: Ground,
  keys: ReturnType<typeof createInMemoryKeys>,
  onWrite: (actions: readonly Action[]) => void,
) => {
  const environment = environmentOf({
    address: 'https://hub.example/v1',
    tables,
    keys: keyIds,
    trial: { needed: 0, authorities: [] },
  })
  const world = { now: time.now, newId, log: () => undefined }
  return partsOf(sweeperParts['watch-clocks']).map((part) => {
    const handler = wire({ store: storeFrom(store, time, onWrite), keys }, environment, world)
    return { run: () => handler(part), isBusy: false }
  })
}

/** Wakes every part every minute, but those that still run, until all is done. */
const everyMinute = async (
  parts: ReturnType<typeof partsOver>,
  time: SimulatedTime,
  isDone: () => boolean,
) => {
  const said = { throttled: 0, longestRun: 0 }
  const running: Promise<void>[] = []
  const runOne = async (part: (typeof parts)[number]): Promise<void> => {
    const began = time.now().getTime()
    part.isBusy = true
    await part.run()
    part.isBusy = false
    said.longestRun = Math.max(said.longestRun, (time.now().getTime() - began) / 1_000)
  }
  for (let at = start.getTime(); !isDone(); at += minute) {
    await time.sleepUntil(at)
    said.throttled += parts.filter(({ isBusy }) => isBusy).length
    running.push(...parts.filter(({ isBusy }) => !isBusy).map(runOne))
  }
  await Promise.all(running)
  if (1_000 * said.longestRun > limit) throw new Error('a run was cut off at its time limit')
  return said
}

const secondsUntilLast = (assessed: readonly Assessed[]): number =>
  (assessed.reduce((last, { at }) => Math.max(last, at), 0) - start.getTime()) / 1_000

/** Sweeps a backlog of concerns of all levels as it is deployed, in simulated time, until nothing waits. */
export const sweepBacklog = async (concerns: number): Promise<Backlog> => {
  const time = createSimulatedTime(start)
  const store = createInMemoryStore(definitions)
  const keys = createInMemoryKeys()
  const { now } = time
  await ensureIndexKey({ store, keys, now, table: tables.register, wrappingKey: keyIds.index })
  const places = await fill(store, concerns)
  const assessed: Assessed[] = []
  const parts = partsOver({ store, time }, keys, (actions) => {
    for (const pk of takenIn(actions)) {
      const place = places.get(pk)
      if (place !== undefined) assessed.push({ ...place, at: time.now().getTime() })
    }
  })
  let said = { throttled: 0, longestRun: 0 }
  const work = everyMinute(parts, time, () => assessed.length >= concerns)
  await time.run(
    work.then((done) => {
      said = done
    }),
  )
  requireOrder(assessed)
  const clearedAfter = new Map(
    [...Map.groupBy(assessed, ({ urgency }) => urgency)].map(([urgency, own]) => [
      urgency,
      secondsUntilLast(own),
    ]),
  )
  return { concerns, clearedAfter, ...said }
}
