import { isDeepStrictEqual } from 'node:util'
import { createInMemoryObjects } from '../../../local/in-memory/objects.ts'
import { scanInMemory } from '../../../local/in-memory/scan.ts'
import { createInMemoryStore, type InMemoryStore } from '../../../local/in-memory/store.ts'
import type { Written } from '../../../local/in-memory/table.ts'
import type { Random } from '../../../local/people/random.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import { arrivalRow } from '../../../shared/aws/dynamodb/arrivals.ts'
import { waitingForAssessment } from '../../../shared/aws/dynamodb/concern-rows.ts'
import type { Action, KeyedRow, Query, QueryPage } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { partsOf, sweeperParts, sweepers } from '../../../shared/config/sweepers.ts'
import type { Chaos, Mode } from '../engine/chaos.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import type { Ground } from '../world/ground.ts'
import { environment, tables } from '../world/place.ts'
import { isReadByKey, poisonId } from '../world/poison.ts'
import { createReceiver, deliveredQueue } from '../world/receiver.ts'
import { pushedChanges } from '../world/senders.ts'
import { clientsFor } from './clients.ts'
import { createDeliveries } from './deliveries.ts'
import { createExpiry } from './expiry.ts'
import { createFleet } from './fleet.ts'
import { createSeededKeys } from './keys.ts'
import type { Provoked } from './steps.ts'
import { createStreams } from './streams.ts'
import { createTopics } from './topics.ts'

type HubDeps = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly random: Random
  readonly mode: Mode
  readonly isLong: boolean
  readonly ground: Ground
  readonly onWrite: (written: Written) => void
  readonly onHeard: (queue: string, id: string, type: string) => void
  readonly onLog: (event: string, text: string) => void
  readonly provoke: (what: Provoked, actions: readonly Action[]) => Promise<unknown>
  readonly receiver: Pick<
    Parameters<typeof createReceiver>[0],
    'isLogged' | 'onPushed' | 'complain'
  >
}

const nameOf = ({ pk, sk }: KeyedRow): string => `${pk} ${sk}`
const trail = 5 * 60_000

/** What a sweep that only sends on what is pending looks for: the stream’s work, and nothing else. */
const pendingWork = ['ASSESSMENT', 'CONSENT', 'WITHDRAWAL', 'LEFT_OVER', 'RELAY']

/** When each row was last written, so that an index can trail. */
const createTrail = (scheduler: Scheduler) => {
  const writtenAt = new Map<string, number>()
  return {
    note: ({ key }: Written): void => void writtenAt.set(`${key.pk} ${key.sk}`, scheduler.now()),
    trailing: (_: Query, { rows, next }: QueryPage): QueryPage => ({
      rows: rows.filter(({ pk, sk }) => {
        const at = writtenAt.get(`${String(pk)} ${String(sk)}`)
        return at === undefined || at < scheduler.now() - trail
      }),
      next,
    }),
  }
}

/** The hub’s functions over tables, keys, streams and topics in memory, all of whose calls the scheduler orders. */
export const createSimulatedHub = (deps: HubDeps) => {
  const { scheduler, chaos, random, mode, ground } = deps
  const objects = createInMemoryObjects()
  const trail = createTrail(scheduler)
  const deliveries = createDeliveries({
    scheduler,
    chaos,
    fleet: () => fleet,
    onInbox: (authority, text) => topics.take(`alerts-${authority}`, text),
  })
  const topics = createTopics({
    scheduler,
    chaos,
    random,
    onHeard: deps.onHeard,
    handOn: (queue, message) => {
      if (queue !== deliveredQueue && queue !== pushedChanges) return false
      deliveries.arrive(queue, message)
      return true
    },
  })
  const expiry = createExpiry({ scheduler, chaos, random })
  let streams: ReturnType<typeof createStreams> | undefined
  let isRestoring = false
  const onWrite = (written: Written): void => {
    // A table that is put back is another table, whose stream begins empty.
    if (isRestoring) return
    trail.note(written)
    expiry.note(written)
    deps.onWrite(written)
    streams?.onWrite(written)
  }
  const store: InMemoryStore = createInMemoryStore(definitions, onWrite, ground)
  for (const { table, row } of ground)
    expiry.note({ table, key: row, before: undefined, after: row })
  let isGoneUntil = 0
  const behind = {
    scheduler,
    chaos,
    store,
    random,
    isIndexKeyGone: () => chaos.isOn() && scheduler.now() < isGoneUntil,
    clients: {
      keys: createSeededKeys(),
      objects,
      scan: scanInMemory(store.rows),
      publish: topics.publish,
      queues: deliveries.queues,
      post: createReceiver({
        ...deps.receiver,
        store,
        tokens: tables.tokens,
        now: () => new Date(scheduler.now()),
        onTaken: topics.take,
      }),
    },
    mislay: topics.mislay,
    provoke: deps.provoke,
    trailing: trail.trailing,
    isLookedInto: ({ index, partition: { value } }: Query): boolean =>
      mode !== 'pending' ||
      index !== 'waiting' ||
      pendingWork.some((kind) => value.startsWith(kind)),
  }
  const fleet = createFleet({
    scheduler,
    chaos,
    random,
    environment,
    clientsFor: (name) => clientsFor(name, behind),
    onLog: (_, event, fields) => deps.onLog(event, JSON.stringify(fields)),
  })
  streams = createStreams({ scheduler, chaos, random, mode, fleet, isReadLate: deps.isLong })
  const poisoned: { readonly at: number; readonly id: string }[] = []
  const poison = async (): Promise<void> => {
    const number = poisoned.length
    const id = poisonId(number)
    const key = { pk: `CONCERN#${id}`, sk: 'CONCERN' }
    const at = new Date(scheduler.now()).toISOString()
    const row = arrivalRow(key, waitingForAssessment, { at, urgency: 'immediate' })
    poisoned.push({ at: scheduler.now(), id })
    const unfit = { ...key, received: 'what nobody can read' }
    await store.transact(
      [row, ...(isReadByKey(number) ? [unfit] : [])].map((one) => put(tables.intake, one)),
    )
  }
  /** Puts a table back to what it held; gives how many rows had changed since. */
  const putBack = async (table: string, copy: readonly KeyedRow[]): Promise<number> => {
    const then = new Map(copy.map((row) => [nameOf(row), row]))
    const now = store.rows(table)
    const isAsThen = (row: KeyedRow): boolean => isDeepStrictEqual(then.get(nameOf(row)), row)
    const standing = new Set(now.filter(isAsThen).map(nameOf))
    const gone = now.filter((row) => !then.has(nameOf(row)))
    const back = copy.filter((row) => !standing.has(nameOf(row)))
    isRestoring = true
    for (const { pk, sk } of gone) await store.transact([remove(table, { pk, sk })])
    for (const row of back) await store.transact([{ kind: 'put', table, row }])
    isRestoring = false
    return gone.length + back.length
  }
  const loseIndexKey = async (): Promise<void> => {
    if (random.chance(0.08)) isGoneUntil = scheduler.now() + random.between(30_000, 90_000)
  }
  /** What the clock wakes every minute. */
  const tick = (): readonly Promise<unknown>[] => [
    expiry.run(store),
    loseIndexKey(),
    ...(mode !== 'none' && chaos.happens('X4', 60) ? [poison()] : []),
    ...(chaos.happens('F32', 50) ? [fleet.invoke('seal-audit', {})] : []),
    fleet.invoke('seal-audit', {}),
    fleet.invoke('rotate-index', {}),
    fleet.invoke('tell-senders', {}),
    ...(mode === 'none' ? [] : sweepers).flatMap((name) =>
      partsOf(sweeperParts[name]).map((part) => fleet.invoke(name, part)),
    ),
  ]
  return { store, objects, topics, deliveries, fleet, streams, tick, poisoned, putBack }
}
