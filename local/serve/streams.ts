import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import { type StreamReader, streamReaders } from '../../shared/config/stream-readers.ts'
import type { Written } from '../in-memory/table.ts'
import { matchesFilter } from './matches-filter.ts'

type Handlers = Readonly<
  Record<keyof typeof streamReaders, (event: DynamoDBStreamEvent) => Promise<unknown>>
>

const eventOf = ({ before, after }: Written): 'INSERT' | 'MODIFY' | 'REMOVE' => {
  if (before === undefined) return 'INSERT'
  return after === undefined ? 'REMOVE' : 'MODIFY'
}

const imageOf = (row: KeyedRow | undefined) => (row === undefined ? row : (asItem(row) as never))

/** A change as a stream tells of it; an image is made once somebody looks at it, for most look at the keys alone. */
export const recordOf = (written: Written, number: number): DynamoDBRecord => {
  const { table, key, before, after } = written
  return {
    eventName: eventOf(written),
    eventSourceARN: `arn:aws:dynamodb:eu-west-2:000000000000:table/${table}/stream/memory`,
    dynamodb: {
      Keys: asItem({ pk: key.pk, sk: key.sk }) as never,
      get OldImage() {
        return imageOf(before)
      },
      get NewImage() {
        return imageOf(after)
      },
      SequenceNumber: String(number),
    },
  }
}

const inBatches = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )

/**
 * Stands in for the tables' streams: keeps what was written until `drain` gives it to the functions that read it, and
 * what they write in turn. What one of them could not handle is left to the sweep, as when a stream has given up.
 */
export const createStreams = () => {
  let waiting: Written[] = []
  let sequence = 0
  const readers: readonly (readonly [keyof Handlers, StreamReader])[] = [
    ['assess-concern', streamReaders['assess-concern']],
    ['relay-alerts', streamReaders['relay-alerts']],
    ['seal-audit', streamReaders['seal-audit']],
    ['watch-tables', streamReaders['watch-tables']],
  ]
  const give = async (written: readonly Written[], handlers: Handlers): Promise<void> => {
    for (const [name, { tables, filter, batch }] of readers) {
      const records = written
        .filter((each) => tables.some((table) => table === each.table))
        .map((each) => {
          sequence += 1
          return recordOf(each, sequence)
        })
        .filter((record) => matchesFilter(filter, record))
      for (const Records of inBatches(records, batch))
        await handlers[name]({ Records: [...Records] })
    }
  }
  return {
    onWrite: (written: Written): void => void waiting.push(written),
    drain: async (handlers: Handlers): Promise<void> => {
      while (waiting.length > 0) {
        const written = waiting
        waiting = []
        await give(written, handlers)
      }
    },
  }
}
