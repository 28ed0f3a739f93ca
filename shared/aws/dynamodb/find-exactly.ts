import type { SearchPeopleDeps } from '../../casework/search-people.ts'
import type { SearchRegisterDeps } from '../../casework/search-register.ts'
import { type ConcernId, hubWide } from '../../kernel/ids.ts'
import type { ExactKeys } from '../../matching/exact-keys.ts'
import { largestBlock } from '../../matching/usable-hits.ts'
import { blocksOf, type HashKeys, readBlocks } from './blocks.ts'
import { adultKey, childKey, lookupKey, personKey } from './keys.ts'
import { lookupKind } from './lookup-kinds.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Key, Store } from './store.ts'

/** Records compared for one search: of those that stand in every list there are a few. */
const mostCompared = 50

type Listed<Id> = { readonly ids: ReadonlySet<Id>; readonly isCut: boolean }

/** Those in every one of these lists. */
const inEach = <Id>([first, ...rest]: readonly Listed<Id>[]): readonly Id[] =>
  [...(first?.ids ?? [])].filter((id) => rest.every(({ ids }) => ids.has(id)))

/** A list without a key leads nowhere: it says nothing of who is not found. */
const leading = (lists: ExactKeys): ExactKeys => lists.filter((keys) => keys.length > 0)

type Register = {
  readonly store: Store
  readonly register: string
  readonly hashKeys: HashKeys
}

/**
 * Who stands in every list. A list that was cut short decides about nobody where another was read whole; where none was, or
 * there are too many to compare, somebody may be missing.
 */
const standingIn = async (
  { store, register, hashKeys }: Register,
  keyLists: ExactKeys,
  part: { readonly within?: string } = {},
): Promise<{ readonly ids: readonly string[]; readonly isCut: boolean }> => {
  const lists = leading(keyLists)
  const read = await readBlocks(store, register, { keys: lists.flat(), hashKeys, ...part })
  const listed = lists.map((list): Listed<string> => {
    const blocks = blocksOf(list, read)
    return {
      ids: new Set(blocks.flatMap(({ ids }) => ids)),
      isCut: blocks.some(({ isCut }) => isCut),
    }
  })
  const whole = listed.filter(({ isCut }) => !isCut)
  const ids = inEach(whole.length > 0 ? whole : listed)
  return {
    ids: ids.slice(0, mostCompared),
    isCut: whole.length === 0 || ids.length > mostCompared,
  }
}

const recordsAt = async ({ store, register }: Register, keys: readonly Key[]) => {
  const rows = keys.length === 0 ? [] : await store.batch({ [register]: keys })
  return {
    adults: rows.flatMap((row) => adultOf(row) ?? []),
    children: rows.flatMap((row) => childOf(row) ?? []),
  }
}

/** Keys of adults and of children are told apart by their kinds, so each id is asked for as both. */
export const findRecordsIn =
  (place: Register): SearchPeopleDeps['findRecords'] =>
  async (keyLists) => {
    const { ids, isCut } = await standingIn(place, keyLists)
    const keys = ids.flatMap((id) => [adultKey(id), childKey(id)])
    return { ...(await recordsAt(place, keys)), isCut }
  }

/**
 * Of the index only an authority's own entries are read, so that nobody of another register is met, or fills a list. As many
 * calls are made where nobody stands there: what they take says nothing of who is near.
 */
export const findOwnRecordsIn =
  (place: Register): SearchRegisterDeps['findOwnRecords'] =>
  async (keyLists, { kind, authority }) => {
    // The beginning of each of their keys, and so the key of none.
    const nobody = personKey(kind, hubWide(authority, ''))
    const { ids, isCut } = await standingIn(place, keyLists, { within: nobody.pk })
    const keys = ids.length === 0 ? [nobody] : ids.map((id) => personKey(kind, id))
    return { ...(await recordsAt(place, keys)), isCut }
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
