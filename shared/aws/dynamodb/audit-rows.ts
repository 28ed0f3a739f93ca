import * as z from 'zod'
import { type AuditEntry, auditEntrySchema, recordedActions } from '../../audit/audit-entry.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { Leaf, SealableEntry } from '../../audit/sealed-leaf.ts'
import { present } from '../../kernel/present.ts'
import { putNew } from './actions.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import { schemaNumber } from './rows/upcast.ts'
import type { Key, Put } from './store.ts'

const ofEntries = [standIn(recordedActions, 'NOT_KNOWN_HERE')]

/** As an auditor reads it. Whoever seals it reads all of it as it stands: the hash is of that. */
export const waitingEntryKind = rowKind({
  name: 'waiting-entry',
  places: ['auditEntries WAITING *'],
  shape: { entry: auditEntrySchema },
  standIns: ofEntries,
})

/** As {@link waitingEntryKind}, under one of its subjects. */
export const sealedEntryKind = rowKind({
  name: 'sealed-entry',
  places: ['auditLog SUBJECT *'],
  shape: {
    entry: auditEntrySchema,
    leafIndex: z.number(),
    salt: z.string().optional(),
    actor: z.string().optional(),
    authority: z.string().optional(),
    day: z.string().optional(),
  },
  standIns: ofEntries,
})

const shards = 16

/** What the partitions of waiting entries begin with. */
export const waitingPrefix = 'WAITING#'

const waitingShard = (shard: number): string => `${waitingPrefix}${shard.toString(shards)}`

/** Partitions over which waiting entries spread, so that no writer waits for another. */
export const waitingShards: readonly string[] = Array.from({ length: shards }, (_, shard) =>
  waitingShard(shard),
)

/** By the last hex digit of an entry's random part. */
const shardOf = ({ entryId }: Pick<AuditEntry, 'entryId'>): number =>
  Number.parseInt(entryId.slice(-1), shards)

/** Where an entry waits until it is sealed. */
export const waitingKey = (entry: Pick<AuditEntry, 'entryId' | 'at'>): Key => ({
  pk: waitingShard(shardOf(entry)),
  sk: entryPosition(entry),
})

/** Few, for a question about a week reads all of each day. */
const shardsOfIndex = 4

const indexShard = (value: string, shard: number): string => `${value}#${shard % shardsOfIndex}`

/**
 * Partitions of the index by actor, or by day, in which the entries of one stand: a function is the actor of every concern,
 * and a day's entries are all there are, which is more than one partition takes.
 */
export const indexShardsOf = (value: string): readonly string[] =>
  Array.from({ length: shardsOfIndex }, (_, shard) => indexShard(value, shard))

/** What finds a sealed entry in the indexes. An authority has a small part of all entries, and one partition. */
const indexFieldsOf = (entry: SealableEntry): Leaf['indexFields'] =>
  present({
    actor: indexShard(String(entry.actor), shardOf(entry)),
    day: indexShard(entry.at.slice(0, 10), shardOf(entry)),
    authority: entry.authority,
  })

/**
 * Where an entry stands in the log, and by what it is found: once under each subject, so that "what happened to this
 * record" is one query; the first of these rows is the one that the indexes hold.
 */
export const placesOf = (
  entry: SealableEntry,
): Pick<Leaf, 'schema' | 'standsUnder' | 'indexFields'> => ({
  schema: schemaNumber,
  standsUnder: [...new Set(entry.subjects)].map((subject) => `SUBJECT#${subject}`),
  indexFields: indexFieldsOf(entry),
})

/** The rows of entries, one each, to be added to the transaction of what they record. */
export const auditRows = (table: string, entries: readonly AuditEntry[]): Put[] =>
  entries.map((entry) => putNew(table, { ...waitingKey(entry), entry }))

/** Where a sealed entry stands, of all its places the first. */
export const firstKey = (entry: SealableEntry): Key => ({
  pk: placesOf(entry).standsUnder[0] ?? '',
  sk: entryPosition(entry),
})
