import { monthsBefore } from '../../calendar/months.ts'
import type { ApplyHouseholdDeps } from '../../casework/apply-household.ts'
import type { AssessDeps } from '../../casework/assess-concern.ts'
import type { ConcernId } from '../../kernel/ids.ts'
import { firstUuidAt } from '../../kernel/uuid-v7.ts'
import { keyVersionOf } from '../../matching/key-version.ts'
import { fullAboveOf } from '../../matching/usable-hits.ts'
import type { HashKeys } from './blocks.ts'
import { chunksOf } from './chunks-of.ts'
import { lookupKey, lookupsKey } from './keys.ts'
import { lookupKind, lookupsKind } from './lookup-kinds.ts'
import { packKeys, unpackKeys } from './pack-keys.ts'
import { type Key, type Query, queryToEnd, type Row, type Store } from './store.ts'

/**
 * Writes a concern under every key by which its people were sought, so that whoever is recorded later finds it; and beside
 * it the list of these keys, by which they are taken away. Everything expires once the concern can protect nobody any more.
 * Each row by itself, for half the units of a transaction: it stands before the concern is decided, or is written again.
 * @throws HubError store-busy while the index has no key yet
 */
export const keepLookupsIn =
  (store: Store, casework: string, hashKeys: HashKeys): AssessDeps['keepLookups'] =>
  async ({ concernId, protects, keys, until }) => {
    const hashes = [...new Set(await hashKeys(keys))]
    const expiresAt = Math.floor(until.getTime() / 1000)
    const list = { keys: packKeys(hashes), keyed: keyedOf(hashes), expiresAt }
    await Promise.all([
      store.update(casework, { key: lookupsKey(concernId), set: list, add: { revision: 1 } }),
      ...hashes.map((hash) =>
        store.update(casework, {
          key: lookupKey(hash, concernId),
          set: { concernId, protects, expiresAt },
        }),
      ),
    ])
  }

/** The versions of the index's key under which these stand, as their list says it. */
export const keyedOf = (hashes: readonly string[]): string =>
  [...new Set(hashes.map(keyVersionOf))].toSorted().join(' ')

/** Every place where a concern stands to be found, by the row that lists them; of any other row, none. */
export const lookupKeysIn = (row: Row, concernId: ConcernId): readonly Key[] =>
  row['sk'] === lookupsKey(concernId).sk
    ? unpackKeys(lookupsKind.read(row).keys).map((hash) => lookupKey(hash, concernId))
    : []

type Found = ReturnType<typeof lookupKind.read>

/** How long a concern may still be found by whoever is recorded, born, renamed or moves (F11). */
const monthsSought = 12
/** How long it may protect, or be protected (policy §2, protectedHousehold). */
const monthsProtecting = 24

/** Keys asked for at once. */
const atOnce = 100

// `<key version>#<kind of key>#<HMAC>`
const typeOf = (hash: string): string => hash.split('#')[1] ?? ''

/** Where concerns received since so many months begin: their ids sort by when they were issued. */
const sinceMonths = (now: Date, months: number): string =>
  lookupKey('', firstUuidAt(new Date(monthsBefore(now, months)))).sk
const endOfConcerns = lookupKey('', '~').sk

/** Of a key of more than so many nothing. */
const allOrNone = async (store: Store, query: Query, most: number): Promise<readonly Row[]> => {
  const { rows, next } = await store.query({ ...query, limit: most })
  return next === undefined ? rows : []
}

const concernsUnder = async (
  store: Store,
  casework: string,
  { hash, now, from }: { readonly hash: string; readonly now: Date; readonly from: string },
): Promise<readonly Found[]> => {
  const query: Query = {
    table: casework,
    partition: { field: 'pk', value: lookupKey(hash, '').pk },
    range: { kind: 'between', field: 'sk', from, to: endOfConcerns },
    consistent: true,
  }
  const most = fullAboveOf(typeOf(hash))
  const rows = await (most === undefined ? queryToEnd(store, query) : allOrNone(store, query, most))
  return rows
    .map((row) => lookupKind.read(row))
    .filter(({ expiresAt }) => expiresAt * 1000 > now.getTime())
}

/**
 * Concerns still in their twelve months whose people were sought by one of these keys, the newest first: every one of a narrow
 * key, however many somebody sent, and none of a broad one that many share, as in the index of people.
 */
export const concernsSoughtIn =
  (
    store: Store,
    casework: string,
    asRead: (hashes: readonly string[]) => Promise<readonly string[]>,
  ): ApplyHouseholdDeps['concernsSought'] =>
  async (keys, now) => {
    const found = new Set<ConcernId>()
    const from = sinceMonths(now, monthsSought)
    for (const hashes of chunksOf([...new Set(await asRead(keys))], atOnce)) {
      const lists = await Promise.all(
        hashes.map((hash) => concernsUnder(store, casework, { hash, now, from })),
      )
      for (const { concernId } of lists.flat()) found.add(concernId)
    }
    return [...found].toSorted((one, other) => (one < other ? 1 : -1))
  }

/** The most alike first: under how many of the keys a concern stands; then the newest. */
const byLikeness = (found: readonly Found[]): readonly Found[] => {
  const times = Map.groupBy(found, ({ concernId }) => concernId)
  return [...times.values()]
    .toSorted(
      (ones, others) =>
        others.length - ones.length ||
        ((ones[0]?.concernId ?? '') < (others[0]?.concernId ?? '') ? 1 : -1),
    )
    .flatMap((ones) => ones.slice(0, 1))
}

/**
 * Concerns of two years whose people were sought by one of these keys: those that protect; and for one that itself
 * protects, the others too. Junk about the same people does not keep one that protects from being found.
 */
export const concernsNearIn =
  (store: Store, casework: string, hashKeys: HashKeys): AssessDeps['concernsNear'] =>
  async ({ concernId, keys, protects }, now) => {
    const hashes = [...new Set(await hashKeys(keys))]
    const from = sinceMonths(now, monthsProtecting)
    const lists = await Promise.all(
      hashes.map((hash) => concernsUnder(store, casework, { hash, now, from })),
    )
    const near = byLikeness(lists.flat()).filter((one) => one.concernId !== concernId)
    const protecting = near.filter((one) => one.protects)
    const others = protects ? near.filter((one) => !one.protects) : []
    return [...protecting, ...others].map((one) => one.concernId)
  }
