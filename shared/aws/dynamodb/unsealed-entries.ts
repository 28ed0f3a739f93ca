import * as z from 'zod'
import { canonicalJson } from '../../audit/canonical-json.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { UnsealedEntry } from '../../audit/log-head.ts'
import { sealableEntrySchema } from '../../audit/sealed-leaf.ts'
import { digestOfWaiting, type Unsealable } from '../../audit/set-aside.ts'
import type { SealLogDeps } from '../../casework/seal-log.ts'
import { placesOf, waitingShards } from './audit-rows.ts'
import type { Aside } from './say-aside.ts'
import type { Row, Store } from './store.ts'

/** Of each shard: what all of them give is some fifty transactions, and little to a function's memory. */
const perShard = 100

/** Bytes of an entry of which as many as a transaction has actions are within its four megabytes. The hub's own have a tenth. */
const mostBytes = 32_000

const keySchema = z.object({ pk: z.string(), sk: z.string() })
const rowSchema = keySchema.extend({ entry: sealableEntrySchema })

const whyNot = (entry: unknown): Unsealable | undefined => {
  try {
    return Buffer.byteLength(canonicalJson(entry)) > mostBytes ? 'TOO_LARGE' : undefined
  } catch {
    return 'NOT_EXACT'
  }
}

const asideOf = (row: Row, why: Unsealable): Aside => ({
  row: { ...keySchema.parse(row), entry: row['entry'] },
  why,
})

/** An entry that can be sealed, or why it cannot. */
const readOf = (
  row: Row,
  taken: ReadonlySet<string>,
): { readonly entry: UnsealedEntry } | { readonly aside: Aside } => {
  const { data } = rowSchema.safeParse(row)
  if (data === undefined) return { aside: asideOf(row, 'UNREADABLE') }
  const why = taken.size > 0 && taken.has(digestOfWaiting(data)) ? 'ID_TAKEN' : whyNot(data.entry)
  return why === undefined
    ? { entry: { ...data, ...placesOf(data.entry) } }
    : { aside: asideOf(row, why) }
}

type Reading = {
  readonly store: Store
  readonly auditEntries: string
  /** Entries under whose ids others stand in the log, by their digests: found out when they were to be appended. */
  readonly taken?: ReadonlySet<string>
}

/** The oldest of a shard that can be sealed, however many stand before them that cannot. */
const readShard = async (
  { store, auditEntries: table, taken = new Set() }: Reading,
  shard: string,
) => {
  const entries: UnsealedEntry[] = []
  const asides: Aside[] = []
  let after: Row | undefined
  do {
    const page = await store.query({
      table,
      partition: { field: 'pk', value: shard },
      limit: perShard,
      after,
      consistent: true,
    })
    for (const read of page.rows.map((row) => readOf(row, taken)))
      if ('entry' in read) entries.push(read.entry)
      else asides.push(read.aside)
    after = page.next
  } while (after !== undefined && entries.length < perShard)
  return { entries, asides, isAll: after === undefined }
}

/** Rows that wait and cannot be sealed, by their digests: those that the sequencer meets too. */
export const readAsidesIn = (reading: Reading) => async (): Promise<readonly string[]> => {
  const shards = await Promise.all(waitingShards.map((shard) => readShard(reading, shard)))
  return shards.flatMap(({ asides }) => asides).map(({ row }) => digestOfWaiting(row))
}

/** Of two rows of one entry the first: both would stand in one place, and no transaction takes that. */
const oneAPlace = (entries: readonly UnsealedEntry[]): readonly UnsealedEntry[] =>
  [...Map.groupBy(entries, ({ entry }) => entryPosition(entry)).values()].flatMap(
    ([first]) => first ?? [],
  )

/**
 * Entries that wait, the oldest of each shard. One that cannot be sealed keeps no other waiting: an entry of the log's own tells of
 * it, once, and it stays where it is.
 */
export const readUnsealedIn =
  (
    reading: Reading,
    sayAside: (asides: readonly Aside[]) => Promise<readonly UnsealedEntry[]>,
  ): SealLogDeps['readUnsealed'] =>
  async () => {
    const shards = await Promise.all(waitingShards.map((shard) => readShard(reading, shard)))
    const all = shards.flatMap(({ entries }) => entries)
    const entries = oneAPlace(all)
    const asides = shards.flatMap((shard) => shard.asides)
    return {
      entries: [...entries, ...(await sayAside(asides))],
      isAll: entries.length === all.length && shards.every(({ isAll }) => isAll),
      setAside: asides.length,
    }
  }
