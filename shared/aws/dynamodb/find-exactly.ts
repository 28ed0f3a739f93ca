import type { SearchPeopleDeps } from '../../casework/search-people.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import type { ExactKeys } from '../../matching/exact-keys.ts'
import { largestBlock } from '../../matching/usable-hits.ts'
import { blocksOf, type HashKeys, readBlocks } from './blocks.ts'
import { adultKey, childKey, lookupKey } from './keys.ts'
import { lookupKind } from './lookup-kinds.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Store } from './store.ts'

/** Records compared for one search: of those that stand in every list there are a few. */
const mostCompared = 50

type Listed<Id> = { readonly ids: ReadonlySet<Id>; readonly isCut: boolean }

/** Those in every one of these lists. */
const inEach = <Id>([first, ...rest]: readonly Listed<Id>[]): readonly Id[] =>
  [...(first?.ids ?? [])].filter((id) => rest.every(({ ids }) => ids.has(id)))

/** A list without a key leads nowhere: it says nothing of who is not found. */
const leading = (lists: ExactKeys): ExactKeys => lists.filter((keys) => keys.length > 0)

/**
 * Keys of adults and of children are told apart by their kinds, so each id is asked for as both. A list that was cut short
 * decides about nobody where another was read whole; where none was, or there are too many to compare, somebody may be missing.
 */
export const findRecordsIn =
  (store: Store, register: string, hashKeys: HashKeys): SearchPeopleDeps['findRecords'] =>
  async (keyLists) => {
    const lists = leading(keyLists)
    const read = await readBlocks(store, register, { keys: lists.flat(), hashKeys })
    const listed = lists.map((list): Listed<string> => {
      const blocks = blocksOf(list, read)
      return {
        ids: new Set(blocks.flatMap(({ ids }) => ids)),
        isCut: blocks.some(({ isCut }) => isCut),
      }
    })
    const whole = listed.filter(({ isCut }) => !isCut)
    const ids = inEach(whole.length > 0 ? whole : listed)
    const keys = ids.slice(0, mostCompared).flatMap((id) => [adultKey(id), childKey(id)])
    const rows = keys.length === 0 ? [] : await store.batch({ [register]: keys })
    return {
      adults: rows.flatMap((row) => adultOf(row) ?? []),
      children: rows.flatMap((row) => childOf(row) ?? []),
      isCut: whole.length === 0 || ids.length > mostCompared,
    }
  }

type Place = { readonly store: Store; readonly casework: string; readonly now: () => Date }

const concernsUnder = async (
  hash: string,
  { store, casework, now }: Place,
): Promise<Listed<ConcernId>> => {
  const { rows, next } = await store.query({
    table: casework,
    partition: { field: 'pk', value: lookupKey(hash, '').pk },
    descending: true,
    consistent: true,
    limit: largestBlock,
  })
  const kept = rows
    .map((row) => lookupKind.read(row))
    .filter(({ expiresAt }) => expiresAt * 1000 > now().getTime())
  return { ids: new Set(kept.map(({ concernId }) => concernId)), isCut: next !== undefined }
}

/** Nothing else is known of a concern than the lists in which it stands, so every list decides, a cut one too. */
export const findConcernsIn =
  (place: Place, hashKeys: HashKeys): SearchPeopleDeps['findConcerns'] =>
  async (keyLists) => {
    const lists = await Promise.all(
      leading(keyLists).map(async (keys): Promise<Listed<ConcernId>> => {
        const hashes = await hashKeys(keys)
        const under = await Promise.all(hashes.map((hash) => concernsUnder(hash, place)))
        return {
          ids: new Set(under.flatMap(({ ids }) => [...ids])),
          isCut: under.some(({ isCut }) => isCut),
        }
      }),
    )
    return {
      concerns: inEach(lists).toSorted((one, other) => (one < other ? 1 : -1)),
      isCut: lists.length === 0 || lists.some(({ isCut }) => isCut),
    }
  }
