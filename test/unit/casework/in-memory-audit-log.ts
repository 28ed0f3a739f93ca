import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { checkpointText, noteKeyId, openCheckpoint } from '../../../shared/audit/checkpoint.ts'
import type { LogHead, SealedEntry, UnsealedEntry } from '../../../shared/audit/log-head.ts'
import { type Hash, rootOf } from '../../../shared/audit/merkle.ts'
import { leafOf, sealableEntrySchema } from '../../../shared/audit/sealed-leaf.ts'
import type { SealLogDeps } from '../../../shared/casework/seal-log.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'

export const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

const origin = 'hub.example/log'
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const key = rawPublicKey(publicKey)

/** An entry whose id and time follow from its number; odd numbers come in pairs of one moment. */
export const anEntry = (number: number): UnsealedEntry => {
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
  return { pk: `WAITING#${number % 5}`, sk: `${entry.at}#${entry.entryId}`, entry }
}

/** Far above those of entries that wait. */
const ownNumber = 1_000_001

/** The log in memory. It behaves as the tables do: an append is all or nothing, and refused where DynamoDB would. */
export const inMemoryAuditLog = (count: number, perRead = 96) => {
  const restored: LogHead[] = []
  const waiting = new Map(Array.from({ length: count }, (_, n) => [anEntry(n).sk, anEntry(n)]))
  const entries = [...waiting.values()]
  const sealed: SealedEntry[] = []
  const checkpoints = new Map<number, string>()
  let head: LogHead | undefined
  const deps: SealLogDeps = {
    readUnsealed: async () => [...waiting.values()].slice(0, perRead).toReversed(),
    readHead: async () => head,
    append: async (next, entries) => {
      const isFresh = next.version === (head?.version ?? 0) + 1
      if (!(isFresh && entries.every(({ sk, isOwn }) => isOwn || waiting.has(sk))))
        return 'overtaken'
      head = next
      sealed.push(...entries)
      for (const { sk } of entries) waiting.delete(sk)
      return 'appended'
    },
    readCheckpoint: async (size) => checkpoints.get(size),
    sign: async (text) => ({
      keyName: origin,
      keyId: noteKeyId(origin, key),
      signature: sign(null, Buffer.from(text), privateKey),
    }),
    keepCheckpoint: async (size, note) => {
      const kept = checkpoints.get(size) ?? note
      checkpoints.set(size, kept)
      return kept
    },
    origin,
    sayRestored: (from) => {
      restored.push(from)
      const own = anEntry(ownNumber)
      entries.push(own)
      return own
    },
  }
  return {
    deps,
    /** The heads of other logs from which this one went on. */
    restored,
    checkpoints,
    add: (number: number): void => {
      waiting.set(anEntry(number).sk, anEntry(number))
      entries.push(anEntry(number))
    },
    damage: (change: (head: LogHead) => LogHead): void => {
      head = head && change(head)
    },
    /** Sort keys in the order of their index. */
    sealedKeys: (): string[] => sealed.map(({ sk }) => sk),
    /** What is wrong with the log; nothing, whatever happened before the last whole run. */
    faults: (): string[] => faultsOf({ entries, waiting: waiting.size, sealed, head, checkpoints }),
  }
}

const faultsOf = (log: {
  readonly entries: readonly UnsealedEntry[]
  readonly waiting: number
  readonly sealed: readonly SealedEntry[]
  readonly head: LogHead | undefined
  readonly checkpoints: ReadonlyMap<number, string>
}): string[] => {
  const leaves: Hash[] = log.sealed.map(({ leafHash }) => leafHash)
  const bySk = new Map(log.entries.map(({ sk, entry }) => [sk, leafOf(entry)]))
  const size = log.head?.range.size ?? 0
  const checks: Record<string, boolean> = {
    'an entry waits': log.waiting === 0,
    'not every entry is sealed once':
      new Set(log.sealed.map(({ sk }) => sk)).size === log.entries.length &&
      log.sealed.length === log.entries.length,
    'an index is missing or out of order': log.sealed.every(({ index }, n) => index === n),
    'a leaf is not of its entry': log.sealed.every(
      ({ sk, leafHash }) => bySk.get(sk)?.equals(leafHash) ?? false,
    ),
    'the head is not the root':
      size === leaves.length && (log.head?.root ?? rootOf([])).equals(rootOf(leaves)),
    'the head has no checkpoint': size === 0 || log.checkpoints.has(size),
    'a checkpoint is not of its size': [...log.checkpoints].every(([at, note]) => {
      const opened = openCheckpoint(note, { origin, publicKey: key })
      const text = checkpointText({ origin, size: at, root: rootOf(leaves.slice(0, at)) })
      return opened !== undefined && checkpointText(opened) === text
    }),
  }
  return Object.keys(checks).filter((name) => !checks[name])
}
