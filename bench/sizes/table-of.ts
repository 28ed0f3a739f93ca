import { setImmediate } from 'node:timers/promises'
import { adultKey, indexKey } from '../../shared/aws/dynamodb/keys.ts'
import { packKeys } from '../../shared/aws/dynamodb/pack-keys.ts'
import type { Key, Query, QueryPage, Row, Store } from '../../shared/aws/dynamodb/store.ts'
import type { StoredAdult } from '../../shared/register/stored.ts'

/** What the tables hold of one query: the ids under each hashed key, in order, and the adults worth fetching. */
export type Rows = {
  readonly entries: Readonly<Record<string, readonly string[]>>
  readonly adults: readonly StoredAdult[]
}

const indexEntries = ({ entries }: Rows, { partition, limit }: Query): QueryPage => {
  const hash = partition.value.slice('BK#'.length)
  const rows = (entries[hash] ?? [])
    .slice(0, limit)
    .map((id) => ({ ...indexKey(hash, 'adult', id), entry: { id } }))
  return { rows, next: rows.length === limit ? rows.at(-1) : undefined }
}

const adultRowOf = ({ keys, ...adult }: StoredAdult): Row => ({
  ...adultKey(adult.adultId),
  version: 1,
  revision: 1,
  adult,
  keys: packKeys(keys),
})

const records = (
  { adults }: Rows,
  keys: Readonly<Record<string, readonly Key[]>>,
): readonly Row[] => {
  const rows = new Map(adults.map((adult) => [adultKey(adult.adultId).pk, adult]))
  return Object.values(keys)
    .flat()
    .flatMap(({ pk }) => {
      const adult = rows.get(pk)
      return adult === undefined ? [] : [adultRowOf(adult)]
    })
}

const unasked = (): never => {
  throw new Error('a look-up asks neither for one row nor to write')
}

/** A store that answers a look-up from memory as the tables would. Calls that are open together are one round trip. */
export const tableOf = (
  rows: Rows,
): { readonly store: Store; readonly roundTrips: () => number } => {
  let open = 0
  let roundTrips = 0
  const answering = async <Answer>(answer: () => Answer): Promise<Answer> => {
    if (open === 0) roundTrips += 1
    open += 1
    await setImmediate()
    open -= 1
    return answer()
  }
  return {
    store: {
      get: unasked,
      update: unasked,
      transact: unasked,
      query: (query) => answering(() => indexEntries(rows, query)),
      batch: (keys) => answering(() => records(rows, keys)),
    },
    roundTrips: () => roundTrips,
  }
}
