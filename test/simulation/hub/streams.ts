import type { Written } from '../../../local/in-memory/table.ts'
import type { Random } from '../../../local/people/random.ts'
import { matchesFilter } from '../../../local/serve/matches-filter.ts'
import { recordOf } from '../../../local/serve/streams.ts'
import { type StreamReader, streamReaders } from '../../../shared/config/stream-readers.ts'
import type { Chaos, Mode } from '../engine/chaos.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import type { Fleet, Outcome } from './fleet.ts'

type ReaderName = 'assess-concern' | 'relay-alerts' | 'seal-audit'
type Waiting = { readonly written: Written; readonly number: number }

/** Changes of one row keep their order: they are of one lane. */
type Lane = {
  readonly name: ReaderName
  readonly reader: StreamReader
  readonly waiting: Waiting[]
  isWoken: boolean
  tries: number
}

type StreamDeps = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly random: Random
  readonly mode: Mode
  readonly fleet: Fleet
  /** Whether some of what was read is read once more, long after. */
  readonly isReadLate: boolean
}

const lanesEach = { 'assess-concern': 6, 'relay-alerts': 2, 'seal-audit': 1 } as const
/** As the template has it; in a hub without sweeps the stream must never give up. */
const mostTries = 20

const eventNameOf = ({ before, after }: Written): string => {
  if (before === undefined) return 'INSERT'
  return after === undefined ? 'REMOVE' : 'MODIFY'
}

/** What a filter looks at, without the images that nobody needs yet. */
const outlineOf = (written: Written) => ({
  eventName: eventNameOf(written),
  dynamodb: { Keys: { pk: { S: written.key.pk }, sk: { S: written.key.sk } } },
})

/** Whether a reader is told of what was written. */
export const isRead = ({ tables, filter }: StreamReader, written: Written): boolean =>
  tables.some((table) => table === written.table) && matchesFilter(filter, outlineOf(written))

const laneOf = (pk: string, lanes: number): number => {
  let sum = 0
  for (let at = pk.length - 6; at < pk.length; at += 1) sum += pk.charCodeAt(at)
  return sum % lanes
}

/** The place of the first record that failed; all of them done is their number. */
const doneOf = (outcome: Outcome, batch: readonly Waiting[]): number => {
  if (outcome.kind !== 'replied') return 0
  const { batchItemFailures } = outcome.reply as {
    readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
  }
  const failed = batchItemFailures[0]?.itemIdentifier
  if (failed === undefined) return batch.length
  const at = batch.findIndex(({ number }) => String(number) === failed)
  return Math.max(0, at)
}

/** The tables' streams, and how they hand their records to the functions that read them. */
export const createStreams = (deps: StreamDeps) => {
  const { scheduler, chaos, random, mode, fleet, isReadLate } = deps
  const late: { readonly name: ReaderName; readonly Records: unknown }[] = []
  let sequence = 0
  const names = ['assess-concern', 'relay-alerts', 'seal-audit'] as const
  const lanes = names.map((name): readonly Lane[] =>
    Array.from({ length: lanesEach[name] }, () => ({
      name,
      reader: streamReaders[name],
      waiting: [],
      isWoken: false,
      tries: 0,
    })),
  )
  /** What is gone from the front of the lane after this delivery. */
  const advance = (lane: Lane, done: number, batch: readonly Waiting[]): void => {
    lane.waiting.splice(0, done)
    if (done === batch.length) {
      lane.tries = 0
      return
    }
    if (done > 0) chaos.count('F12')
    else chaos.count('F11')
    lane.tries = done > 0 ? 1 : lane.tries + 1
    if (lane.tries <= mostTries || mode === 'none') return
    lane.waiting.shift()
    lane.tries = 0
  }
  /** What was read of the batch as far as the stream hears of it: all, none or some; undefined where it comes again all the same. */
  const read = async (lane: Lane, batch: readonly Waiting[]): Promise<number | undefined> => {
    const Records = batch.map(({ written, number }) => recordOf(written, number))
    if (isReadLate && random.chance(0.2)) late.push({ name: lane.name, Records })
    const outcome = await fleet.invoke(lane.name, { Records })
    const isUnread = outcome.kind === 'replied' && chaos.happens('F13', 3)
    if (chaos.happens('F10', 4)) return undefined
    return isUnread ? 0 : doneOf(outcome, batch)
  }
  const deliver = async (lane: Lane): Promise<void> => {
    const batch = lane.waiting.slice(0, lane.reader.batch)
    if (mode !== 'none' && chaos.happens('F14', 3)) {
      lane.waiting.splice(0, batch.length)
      return
    }
    const done = await read(lane, batch)
    if (done !== undefined) advance(lane, done, batch)
  }
  const wake = (lane: Lane): void => {
    if (lane.isWoken || lane.waiting.length === 0) return
    lane.isWoken = true
    const collecting = (lane.reader.window ?? 0) * 1000
    const wait = lane.tries > 0 ? 1000 * lane.tries : collecting + random.between(0, 200)
    scheduler.after(wait, () => {
      void deliver(lane).then(() => {
        lane.isWoken = false
        wake(lane)
      })
    })
  }
  return {
    onWrite: (written: Written): void => {
      for (const all of lanes) {
        const lane = all[laneOf(written.key.pk, all.length)]
        if (lane === undefined || !isRead(lane.reader, written)) continue
        sequence += 1
        lane.waiting.push({ written, number: sequence })
        wake(lane)
      }
    },
    /** A reader that stood still comes upon what was sent long ago. */
    readLate: async (): Promise<void> => {
      for (const { name, Records } of late) {
        chaos.count('X6')
        await fleet.invoke(name, { Records })
      }
    },
    /** What a table told of that is no more. */
    forget: (table: string): void => {
      for (const { waiting } of lanes.flat()) {
        const kept = waiting.filter(({ written }) => written.table !== table)
        waiting.splice(0, waiting.length, ...kept)
      }
    },
    isEmpty: (): boolean =>
      lanes.flat().every(({ waiting, isWoken }) => waiting.length === 0 && !isWoken),
  }
}
