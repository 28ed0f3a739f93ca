import * as z from 'zod'
import {
  type AuditEntry,
  askedForKinds,
  auditEntrySchema,
  recordedActions,
  vouchers,
} from '../../audit/audit-entry.ts'
import { entryPosition } from '../../audit/entry-position.ts'
import type { Leaf, SealableEntry } from '../../audit/sealed-leaf.ts'
import { isFunctionName } from '../../config/functions.ts'
import { present } from '../../kernel/present.ts'
import { putNew } from './actions.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import { schemaNumber } from './rows/upcast.ts'
import type { Key, Put } from './store.ts'

const ofEntries = [
  standIn(recordedActions, 'NOT_KNOWN_HERE'),
  standIn(vouchers, 'NOT_KNOWN_HERE'),
  standIn(askedForKinds, 'NOT_KNOWN_HERE'),
]

/** As an auditor reads it. Whoever seals it reads all of it as it stands: the hash is of that. */
export const waitingEntryKind = rowKind({
  name: 'waiting-entry',
  places: ['auditEntries WAITING *'],
  shape: { entry: auditEntrySchema },
  standIns: ofEntries,
})

/** By what the indexes find a sealed entry; beside its salt, on the first of its rows. */
export const indexFields = {
  actor: z.string().optional(),
  practitioner: z.string().optional(),
  agency: z.string().optional(),
  authority: z.string().optional(),
  action: z.string().optional(),
  purpose: z.string().optional(),
  caseReference: z.string().optional(),
  refused: z.string().optional(),
  day: z.string().optional(),
}

/** As {@link waitingEntryKind}, under one of its subjects. */
export const sealedEntryKind = rowKind({
  name: 'sealed-entry',
  places: ['auditLog SUBJECT *'],
  shape: {
    entry: auditEntrySchema,
    leafIndex: z.number(),
    salt: z.string().optional(),
    ...indexFields,
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
const shardOf = ({ entryId }: { readonly entryId: string }): number =>
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

/** The partition of the index by day in which an entry is found. */
export const dayShardOf = (entry: { readonly entryId: string; readonly at: string }): string =>
  indexShard(entry.at.slice(0, 'yyyy-mm-dd'.length), shardOf(entry))

/**
 * What finds a sealed entry in the indexes. A person, agency or authority has a small part of all entries, and one partition.
 * A function of the hub is not found as an actor, for what it does is what its actions say: so most entries are a row less there.
 */
const indexFieldsOf = (entry: SealableEntry): Leaf['indexFields'] => {
  const { actor, practitioner, agency, authority, action, outcome, purpose, caseReference } = entry
  return present({
    actor:
      actor === undefined || isFunctionName(actor) ? undefined : indexShard(actor, shardOf(entry)),
    practitioner,
    agency,
    authority,
    action: action && indexShard(action, shardOf(entry)),
    purpose: purpose && indexShard(purpose, shardOf(entry)),
    caseReference,
    refused: outcome === 'REFUSED' ? indexShard(outcome, shardOf(entry)) : undefined,
    day: dayShardOf(entry),
  })
}

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
