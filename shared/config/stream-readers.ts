import type { FunctionName } from './functions.ts'

/** A function woken by a table's stream: by which of its records, and how many at once. */
export type StreamReader = {
  readonly table: 'intake' | 'casework' | 'audit'
  /** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
  readonly filter: Readonly<Record<string, unknown>>
  readonly batch: number
}

/** Which rows of which stream each reader is woken by. */
export const streamReaders = {
  'assess-concern': {
    table: 'intake',
    filter: {
      eventName: ['INSERT'],
      dynamodb: {
        Keys: { sk: { S: ['CONCERN', { prefix: 'CONSENT#' }, { prefix: 'WITHDRAWAL#' }] } },
      },
    },
    batch: 10,
  },
  'relay-alerts': {
    table: 'casework',
    filter: { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['OUTBOX'] } } } },
    batch: 10,
  },
  'seal-audit': {
    table: 'audit',
    filter: {
      eventName: ['INSERT'],
      dynamodb: { NewImage: { unsealed: { S: [{ exists: true }] } } },
    },
    batch: 100,
  },
} as const satisfies Partial<Record<FunctionName, StreamReader>>
