import { createHash } from 'node:crypto'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Written } from '../../local/in-memory/table.ts'
import { matchesFilter } from '../../local/serve/matches-filter.ts'
import { recordOf } from '../../local/serve/streams.ts'
import { type StreamReader, streamReaders } from '../../shared/config/stream-readers.ts'

type ReaderName = keyof typeof streamReaders

/** A table on demand begins with as many partitions, and a stream has a shard for each. */
const shards = 4

const shardOf = (pk: string): number => (createHash('md5').update(pk).digest()[0] ?? 0) % shards

/** What waits for one reader in one shard of a stream, and when its time is up. */
type Collected = {
  readonly name: ReaderName
  readonly batch: number
  readonly records: DynamoDBRecord[]
  readonly until: number
}

const readers: readonly (readonly [ReaderName, StreamReader])[] = [
  ['assess-concern', streamReaders['assess-concern']],
  ['relay-alerts', streamReaders['relay-alerts']],
  ['seal-audit', streamReaders['seal-audit']],
  ['watch-tables', streamReaders['watch-tables']],
]

/** The tables' streams by the clock: each shard collects for its reader's window, or until a batch is full. */
export const createStreamsInTime = (now: () => number) => {
  const collected = new Map<string, Collected>()
  let sequence = 0
  const collect = (written: Written): void => {
    sequence += 1
    const record = recordOf(written, sequence)
    for (const [name, { tables, filter, batch, window = 0 }] of readers) {
      if (!tables.some((table) => table === written.table) || !matchesFilter(filter, record))
        continue
      const place = `${name} ${written.table} ${shardOf(written.key.pk)}`
      const held = collected.get(place) ?? {
        name,
        batch,
        records: [],
        until: now() + window * 1_000,
      }
      held.records.push(record)
      collected.set(place, held)
    }
  }
  return {
    onWrite: collect,
    /** When the next function is to be woken. */
    next: (): number => Math.min(...[...collected.values()].map(({ until }) => until)),
    /** Gives what is due, and what becomes due at once by that. */
    deliver: async (
      wake: (name: ReaderName, event: DynamoDBStreamEvent) => Promise<unknown>,
    ): Promise<void> => {
      for (;;) {
        const due = [...collected].find(
          ([, { until, records, batch }]) => until <= now() || records.length >= batch,
        )
        if (due === undefined) return
        const [place, { name, batch, records }] = due
        collected.delete(place)
        for (let at = 0; at < records.length; at += batch)
          await wake(name, { Records: records.slice(at, at + batch) })
      }
    },
  }
}
