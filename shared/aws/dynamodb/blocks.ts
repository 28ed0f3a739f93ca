import type { IndexKey } from '../../matching/index-keys.ts'
import { largestBlock } from '../../matching/usable-hits.ts'
import { indexEntryKind } from './register-kinds.ts'
import type { Store } from './store.ts'

/** Gives the keyed hash of each key, in order. */
export type HashKeys = (keys: readonly IndexKey[]) => Promise<readonly string[]>

/** What one lookup of the match index found. */
export type Found = {
  readonly key: IndexKey
  readonly hash: string
  readonly ids: readonly string[]
  readonly isCut: boolean
}

const textOf = ({ type, value }: IndexKey): string => `${type}|${value}`

type Sought = { readonly key: IndexKey; readonly hash: string; readonly within?: string }

const readBlock = async (
  store: Store,
  register: string,
  { key, hash, within }: Sought,
): Promise<Found> => {
  const { rows, next } = await store.query({
    table: register,
    partition: { field: 'pk', value: `BK#${hash}` },
    ...(within !== undefined && { range: { field: 'sk', kind: 'begins', with: within } as const }),
    limit: largestBlock,
  })
  const ids = rows.map((row) => indexEntryKind.read(row).entry.id)
  return { key, hash, ids, isCut: next !== undefined }
}

type Asked = {
  readonly keys: readonly IndexKey[]
  readonly hashKeys: HashKeys
  /** What the sort key of an entry begins with: of entries that begin otherwise none is read, and none fills a block. */
  readonly within?: string
}

/** Every key once, all at once; what each person asks for is then taken from it. */
export const readBlocks = async (
  store: Store,
  register: string,
  { keys, hashKeys, ...part }: Asked,
): Promise<ReadonlyMap<string, Found>> => {
  const distinct = [...new Map(keys.map((key) => [textOf(key), key])).values()]
  const hashes = await hashKeys(distinct)
  const found = await Promise.all(
    distinct.flatMap((key, at) => {
      const hash = hashes[at]
      return hash === undefined ? [] : [readBlock(store, register, { key, hash, ...part })]
    }),
  )
  return new Map(found.map((block) => [textOf(block.key), block]))
}

/** The blocks of these keys among those read. */
export const blocksOf = (keys: readonly IndexKey[], read: ReadonlyMap<string, Found>): Found[] =>
  keys.flatMap((key) => read.get(textOf(key)) ?? [])

/** The hashed keys under which somebody stood: only those that their record still lists count. */
export const leadingTo = (blocks: Iterable<Found>, id: string): ReadonlySet<string> =>
  new Set([...blocks].filter(({ ids }) => ids.includes(id)).map(({ hash }) => hash))
