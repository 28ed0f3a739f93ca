import type { FunctionName } from './functions.ts'

/** A function woken by the streams of tables: by which of their records, and how many at once. */
export type StreamReader = {
  readonly tables: readonly ('directory' | 'intake' | 'casework' | 'auditEntries' | 'auditLog')[]
  /** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
  readonly filter: Readonly<Record<string, unknown>>
  readonly batch: number
}

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
  },
  'relay-alerts': {
    tables: ['casework'],
    filter: { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['OUTBOX'] } } } },
    batch: 10,
  },
  'seal-audit': {
    tables: ['auditEntries'],
    filter: { eventName: ['INSERT'] },
    batch: 100,
  },
  'watch-tables': {
    tables: ['directory', 'auditEntries', 'auditLog'],
    // A new row is always known.
    filter: { eventName: ['MODIFY', 'REMOVE'] },
    batch: 100,
  },
} as const satisfies Partial<Record<FunctionName, StreamReader>>
