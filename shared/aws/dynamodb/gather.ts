import { type Agreement, agreementSchema } from '../../agencies/agreement.ts'
import type { Gather, GatherAdults, Parties } from '../../assessing/gathered.ts'
import { type Chronology, chronologySchema } from '../../chronology/notification.ts'
import type { ChildId } from '../../kernel/ids.ts'
import { candidatesOf } from '../../matching/candidates-of.ts'
import type { IndexKey } from '../../matching/index-keys.ts'
import { largestBlock } from '../../matching/usable-hits.ts'
import { type IndexEntry, indexEntrySchema, standing } from '../../register/index-entry.ts'
import type { StoredAdult, StoredChild } from '../../register/stored.ts'
import { adultKey, agreementKey, childKey, chronologyKey, trialKey } from './keys.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Key, Row, Store } from './store.ts'
import { confirmedInTrialOf } from './trial.ts'

type Tables = { readonly register: string; readonly casework: string }
type Block = {
  readonly key: IndexKey
  readonly hash: string
  readonly entries: readonly IndexEntry[]
  readonly isCut: boolean
}

const readBlock = async (
  store: Store,
  register: string,
  { key, hash }: { key: IndexKey; hash: string },
): Promise<Block> => {
  const { rows, next } = await store.query({
    table: register,
    partition: { field: 'pk', value: `BK#${hash}` },
    limit: largestBlock,
  })
  const entries = rows.map((row) => indexEntrySchema.parse(row['entry']))
  return { key, hash, entries, isCut: next !== undefined }
}

type Rows = readonly Row[]

const valuesOf = (rows: Rows, field: string): unknown[] =>
  rows.flatMap((row) => (row[field] === undefined ? [] : [row[field]]))

const adultsIn = (rows: Rows): StoredAdult[] => rows.flatMap((row) => adultOf(row) ?? [])

const childrenIn = (rows: Rows): StoredChild[] => rows.flatMap((row) => childOf(row) ?? [])

const childIdsOf = (adults: readonly StoredAdult[]): ChildId[] => [
  ...new Set(adults.flatMap(({ children }) => children.map(({ childId }) => childId))),
]

const agreementsIn = (rows: Rows): Agreement[] =>
  valuesOf(rows, 'agreement').map((value) => agreementSchema.parse(value))

/** Agreements with the stated authority and with those whose code begins the adults' ids. */
const agreementKeys = ({ agency, authority }: Parties, adultIds: readonly string[]): Key[] => {
  const authorities = new Set<string>([authority, ...adultIds.map((id) => id.slice(0, 9))])
  return [...authorities].map((code) => agreementKey(agency, code))
}

/** A chronology for each child, an empty one where nothing is remembered yet. */
const chronologiesIn = (rows: Rows, childIds: readonly ChildId[]): Chronology[] => {
  const remembered = valuesOf(rows, 'chronology').map((value) => chronologySchema.parse(value))
  return childIds.map(
    (childId) =>
      remembered.find((chronology) => chronology.childId === childId) ?? {
        childId,
        version: 0,
        notifications: [],
      },
  )
}

/** The hashed keys under which somebody stood. */
const leadingTo = (blocks: readonly Block[], id: string): ReadonlySet<string> =>
  new Set(
    blocks
      .filter(({ entries }) => entries.some((entry) => entry.id === id))
      .map(({ hash }) => hash),
  )

type Lookup = { readonly key: IndexKey; readonly hash: string }

/** Two round trips: every key of the index at once, then one batch for the adults worth scoring and what goes with them. */
const seekOnce = async (
  store: Store,
  tables: Tables,
  { lookups, besides }: { lookups: readonly Lookup[]; besides: (ids: readonly string[]) => Key[] },
) => {
  const blocks = await Promise.all(
    lookups.map((lookup) => readBlock(store, tables.register, lookup)),
  )
  const { ids, incomplete } = candidatesOf(
    blocks.map(({ key, entries, isCut }) => ({ key, ids: entries.map(({ id }) => id), isCut })),
  )
  const people = await store.batch({
    [tables.register]: ids.map(adultKey),
    [tables.casework]: besides(ids),
  })
  const adults = standing(adultsIn(people), (adult) => leadingTo(blocks, adult.adultId))
  return { people, adults, incomplete, isMoving: adults.length < ids.length }
}

/**
 * Three round trips: every key of the index at once, then one batch for the adults worth scoring and how the model's
 * trial stands, then their children and what is remembered of those. `hashKeys` gives the keyed hash of each key, in order.
 * Where an entry leads to nobody, a record may have changed between the first trip and the second; then both are made again,
 * lest somebody be missed who was found before and is found after.
 */
export const gatherFrom =
  (
    store: Store,
    tables: Tables,
    hashKeys: (keys: readonly IndexKey[]) => Promise<readonly string[]>,
  ): Gather =>
  async (keys, { modelVersion, ...parties }) => {
    const hashes = await hashKeys(keys)
    const lookups = keys.flatMap((key, at) =>
      hashes[at] === undefined ? [] : [{ key, hash: hashes[at] }],
    )
    const trial = trialKey(modelVersion)
    const besides = (ids: readonly string[]): Key[] => [trial, ...agreementKeys(parties, ids)]
    const first = await seekOnce(store, tables, { lookups, besides })
    const { people, adults, incomplete } = first.isMoving
      ? await seekOnce(store, tables, { lookups, besides })
      : first
    const childIds = childIdsOf(adults)
    const rows =
      childIds.length === 0
        ? []
        : await store.batch({
            [tables.register]: childIds.map(childKey),
            [tables.casework]: childIds.map(chronologyKey),
          })
    return {
      adults,
      children: childrenIn(rows),
      chronologies: chronologiesIn(rows, childIds),
      agreements: agreementsIn(people),
      incomplete,
      confirmedInTrial: confirmedInTrialOf(people.find(({ pk }) => pk === trial.pk)),
    }
  }

/** Two round trips: the adults, then their children and what is remembered of those. */
export const gatherAdultsFrom =
  (store: Store, tables: Tables): GatherAdults =>
  async (adultIds, parties) => {
    const found = await store.batch({ [tables.register]: adultIds.map(adultKey) })
    const adults = adultsIn(found)
    const childIds = childIdsOf(adults)
    const rows = await store.batch({
      [tables.register]: childIds.map(childKey),
      [tables.casework]: [...agreementKeys(parties, adultIds), ...childIds.map(chronologyKey)],
    })
    return {
      adults,
      children: childrenIn(rows),
      chronologies: chronologiesIn(rows, childIds),
      agreements: agreementsIn(rows),
    }
  }
