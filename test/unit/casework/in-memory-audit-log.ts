import { createHash, type KeyObject } from 'node:crypto'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryObjects } from '../../../local/in-memory/objects.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { checkpointText, openCheckpoint } from '../../../shared/audit/checkpoint.ts'
import type { Held } from '../../../shared/audit/held.ts'
import { logCopyOf } from '../../../shared/audit/log-copy.ts'
import type { LogHead, UnsealedEntry } from '../../../shared/audit/log-head.ts'
import { rootOf } from '../../../shared/audit/merkle.ts'
import { sealableEntrySchema } from '../../../shared/audit/sealed-leaf.ts'
import { verifyLog } from '../../../shared/audit/verify-log.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import { placesOf } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { headKey } from '../../../shared/aws/dynamodb/log-rows.ts'
import type { Key, KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'
import { readLogKey } from '../../../shared/aws/kms/log-key.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { sealLogDeps } from '../../../shared/aws/seal-log-deps.ts'
import type { SealLogDeps } from '../../../shared/casework/seal-log.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'

export const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

const ownOrigin = 'hub.example/log'
const bucket = 'sealed-log'
const tables = {
  directory: 'directory',
  auditEntries: 'auditEntries',
  auditLog: 'auditLog',
} as const
export const signer = createInMemoryKeys()
export const logKey = await readLogKey(signer, keyIds.log)

/** An entry whose id and time follow from its number; odd numbers come in pairs of one moment. */
export const anEntry = (number: number): UnsealedEntry & Key => {
  const at = new Date(Date.UTC(2026, 10, 24) + (number >> 1) * 1000)
  const random = new Uint8Array(16).fill((number * 37) % 251)
  new DataView(random.buffer).setUint32(12, number)
  const entry = sealableEntrySchema.parse({
    entryId: uuidV7(at, random),
    at: at.toISOString(),
    actor: 'somebody',
    subjects: Array.from({ length: 1 + (number % 5) }, (_, each) => `record-${each}`),
    number,
  })
  const sk = `${entry.at}#${entry.entryId}`
  return { pk: `WAITING#${number % 5}`, sk, entry, ...placesOf(entry) }
}

/** Salts that follow from each other, so that a log is the same whenever it is made. */
const saltsFrom = (seed: number): (() => string) => {
  let last = createHash('sha256').update(`salt ${seed}`).digest()
  return () => {
    last = createHash('sha256').update(last).digest()
    return last.toString('base64')
  }
}

/** A log over tables and a bucket in memory, by the adapters that a deployment has. */
export const inMemoryAuditLog = (
  count: number,
  perRead = 96,
  {
    keys = signer,
    origin = ownOrigin,
  }: { readonly keys?: Pick<Keys, 'publicKey' | 'sign'>; readonly origin?: string } = {},
) => {
  const told: string[] = []
  const within = `${bucket}/${origin}/`
  const store = createInMemoryStore(definitions)
  const objects = createInMemoryObjects()
  const all = sealLogDeps(
    { store, keys: { ...signer, ...keys }, objects },
    { ...tables, sealedLog: bucket, keyIds: [keyIds.log], origin },
    { now: () => new Date('2026-05-01T12:00:00Z'), newId, log: (_, name) => void told.push(name) },
  )
  const added: (UnsealedEntry & Key)[] = []
  const add = (number: number): void => {
    const one = anEntry(number)
    const { pk, sk, entry } = one
    added.push(one)
    // Memory answers at once.
    void store.transact([put(tables.auditEntries, { pk, sk, entry })])
  }
  for (let number = 0; number < count; number += 1) add(number)
  const deps: SealLogDeps = {
    ...all,
    newSalt: saltsFrom(count),
    readUnsealed: async () => {
      const { entries, isAll, setAside = 0 } = await all.readUnsealed()
      const some = entries.slice(0, perRead).toReversed()
      return { entries: some, isAll: isAll && some.length === entries.length, setAside }
    },
  }
  const rows = () => store.rows(tables.auditLog)
  const objectsOf = () =>
    new Map([...objects.all].map(([id, text]) => [id.slice(within.length), text]))
  const copy = () => {
    const { table, ...read } = logCopyOf(rows(), objectsOf())
    if (table === undefined) throw new Error('rows were given')
    return { ...read, table }
  }
  return {
    store,
    objectStore: objects,
    deps,
    add,
    rows,
    copy,
    /** What whoever verifies holds: the key alone. */
    held: { origin, publicKeys: [logKey], notes: [] } satisfies Held,
    /** What was logged. */
    told,
    /** The sizes that are signed in the sealed log. */
    signed: (): number[] =>
      copy()
        .sealed.checkpoints.map(({ size }) => size)
        .toSorted((one, other) => one - other),
    /** Writes a row round the hub's code. */
    write: (row: KeyedRow) => store.transact([put(tables.auditLog, row)]),
    erase: (key: Key) => store.transact([remove(tables.auditLog, key)]),
    setObject: (name: string, text: string | undefined): void =>
      void objects.all.set(`${within}${name}`, text),
    objects: objectsOf,
    all: () => ({ rows: rows(), objects: objectsOf() }),
    damage: async (change: (head: LogHead) => LogHead): Promise<void> => {
      const head = await all.readHead()
      if (head === undefined) throw new Error('the log has no head')
      const { origin: of, version, root, range } = change(head)
      await store.transact([
        put(tables.auditLog, {
          ...headKey,
          origin: of,
          version,
          size: range.size,
          root,
          range: range.hashes,
        }),
      ])
    },
    /** Sort keys in the order of their index. */
    sealedKeys: (): string[] =>
      copy()
        .table.batches.flatMap(({ leaves }) => leaves)
        .toSorted((one, other) => one.index - other.index)
        .map(({ sk }) => sk),
    /** What is wrong with the log; nothing, whatever happened before the last whole run. */
    faults: (): string[] => {
      const { sealed, table } = copy()
      const found = verifyLog({ sealed, table }, { origin, publicKeys: [logKey], notes: [] })
      const leaves = table.batches
        .flatMap((batch) => batch.leaves)
        .toSorted((one, other) => one.index - other.index)
      const checks: Record<string, boolean> = {
        'an entry waits': store.rows(tables.auditEntries).length === 0,
        'not every entry is sealed once':
          leaves.length === added.length &&
          new Set(leaves.map(({ sk }) => sk)).size === added.length,
        'an index is missing or out of order': leaves.every(({ index }, n) => index === n),
        'the head has no checkpoint':
          table.head === undefined ||
          sealed.checkpoints.some(({ size }) => size === table.head?.range.size),
        'a checkpoint is not of its size': sealed.checkpoints.every(({ size, note }) => {
          const opened = openCheckpoint(note, { origin, publicKey: logKey })
          const root = rootOf(leaves.slice(0, size).map(({ leafHash }) => leafHash))
          return (
            opened !== undefined &&
            checkpointText(opened) === checkpointText({ origin, size, root })
          )
        }),
      }
      return [
        ...Object.keys(checks).filter((name) => !checks[name]),
        ...found.map(({ what, index, place }) => `${what} ${index ?? ''} ${place ?? ''}`),
      ]
    },
  }
}
