import type { FunctionName } from './functions.ts'

/** A function woken by the streams of tables: by which of their records, and how many at once. */
export type StreamReader = {
  readonly tables: readonly ('directory' | 'intake' | 'casework' | 'auditEntries' | 'auditLog')[]
  /** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
  readonly filter: Readonly<Record<string, unknown>>
  readonly batch: number
  /** Seconds for which records may be collected before the function is woken; at once where left out. */
  readonly window?: number
  /** Batches of one shard in hand at once, where what they say may be done in any order but that of one row's changes. */
  readonly perShard?: number
}

/** The clock seals every minute too: so longer would collect nothing more, and shorter pays a signature for fewer entries. */
const sealingWindow = 50
/** What was changed is to be rung for within a minute. */
const watchingWindow = 40

/** Which rows of which stream each reader is woken by. */
export const streamReaders = {
  'assess-concern': {
    tables: ['intake'],
    filter: {
      eventName: ['INSERT'],
      dynamodb: {
        Keys: { sk: { S: ['CONCERN', { prefix: 'CONSENT#' }, { prefix: 'WITHDRAWAL#' }] } },
      },
    },
    batch: 10,
    // A change that overtakes its concern waits for nothing: each commits on a version, and the later one decides anew.
    perShard: 10,
  },
  'relay-alerts': {
    tables: ['casework'],
    filter: { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['OUTBOX'] } } } },
    batch: 10,
  },
  'seal-audit': {
    tables: ['auditEntries'],
    filter: { eventName: ['INSERT'] },
    // One run seals whatever waits, and signs once: the more entries, the less each costs.
    batch: 1_000,
    window: sealingWindow,
  },
  'watch-tables': {
    tables: ['directory', 'auditEntries', 'auditLog'],
    // A new row is always known.
    filter: { eventName: ['MODIFY', 'REMOVE'] },
    batch: 100,
    window: watchingWindow,
  },
} as const satisfies Partial<Record<FunctionName, StreamReader>>
