import type { SearchPeopleDeps } from '../../casework/search-people.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { largestBlock } from '../../matching/usable-hits.ts'
import { type HashKeys, readBlocks } from './blocks.ts'
import { adultKey, childKey, lookupKey } from './keys.ts'
import { lookupKind } from './lookup-kinds.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Store } from './store.ts'

/** Records looked at for one search: of a whole name and a day of birth there are a few. */
const mostCompared = 50

/** Keys of concerns and of children are told apart by their kinds, so each id is asked for as both. */
export const findRecordsIn =
  (store: Store, register: string, hashKeys: HashKeys): SearchPeopleDeps['findRecords'] =>
  async ([first = []]) => {
    const blocks = await readBlocks(store, register, { keys: first, hashKeys })
    const ids = [...new Set([...blocks.values()].flatMap((block) => block.ids))]
    const keys = ids.slice(0, mostCompared).flatMap((id) => [adultKey(id), childKey(id)])
    const rows = keys.length === 0 ? [] : await store.batch({ [register]: keys })
    return {
      adults: rows.flatMap((row) => adultOf(row) ?? []),
      children: rows.flatMap((row) => childOf(row) ?? []),
    }
  }

type Place = { readonly store: Store; readonly casework: string; readonly now: () => Date }

const concernsUnder = async (
  hash: string,
  { store, casework, now }: Place,
): Promise<readonly ConcernId[]> => {
  const { rows } = await store.query({
    table: casework,
    partition: { field: 'pk', value: lookupKey(hash, '').pk },
    descending: true,
    consistent: true,
    limit: largestBlock,
  })
  return rows
    .map((row) => lookupKind.read(row))
    .filter(({ expiresAt }) => expiresAt * 1000 > now().getTime())
    .map(({ concernId }) => concernId)
}

export const findConcernsIn =
  (place: Place, hashKeys: HashKeys): SearchPeopleDeps['findConcerns'] =>
  async (lists) => {
    const found = await Promise.all(
      lists.map(async (keys) => {
        const hashes = await hashKeys(keys)
        const under = await Promise.all(hashes.map((hash) => concernsUnder(hash, place)))
        return new Set(under.flat())
      }),
    )
    const [first = new Set<ConcernId>(), ...rest] = found
    return [...first]
      .filter((id) => rest.every((others) => others.has(id)))
      .toSorted((one, other) => (one < other ? 1 : -1))
  }
