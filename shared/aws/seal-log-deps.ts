import { randomBytes } from 'node:crypto'
import { digestOfWaiting } from '../audit/set-aside.ts'
import type { SealLogDeps } from '../casework/seal-log.ts'
import type { Clients } from './clients.ts'
import { readAppendedIn } from './dynamodb/appended-batches.ts'
import { appendIn, keepCheckpointIn, readCheckpointIn, readHeadIn } from './dynamodb/audit-log.ts'
import {
  readCheckpointChoiceIn,
  readIndexOfChoiceIn,
  readLastCheckpointIn,
} from './dynamodb/checkpoint-choice.ts'
import { sayRestoredIn } from './dynamodb/log-restored.ts'
import { sayAsideIn } from './dynamodb/say-aside.ts'
import { readUnsealedIn } from './dynamodb/unsealed-entries.ts'
import { chosenSigner } from './kms/chosen-signer.ts'
import { openNoteWith } from './kms/log-key.ts'
import { sealedLogIn } from './s3/sealed-log.ts'
import type { World } from './world.ts'

/** Where a log is kept, and who signs it in which name. */
type Place = {
  readonly directory: string
  readonly auditEntries: string
  readonly auditLog: string
  readonly sealedLog: string
  /** Of which one signs. */
  readonly keyIds: readonly string[]
  readonly origin: string
}

const saltBytes = 32

/** What sealing is done with. */
export const sealLogDeps = (
  { store, keys, objects }: Pick<Clients, 'store' | 'keys' | 'objects'>,
  { directory, auditEntries, auditLog, sealedLog, keyIds, origin }: Place,
  world: Pick<World, 'now' | 'newId' | 'log'>,
): SealLogDeps => {
  // As long as this process lives: found out anew it costs a refused transaction each, and no entry.
  const taken = new Set<string>()
  return {
    readUnsealed: readUnsealedIn(
      { store, auditEntries, taken },
      sayAsideIn({ store, auditLog }, world),
    ),
    readHead: readHeadIn(store, auditLog),
    readAppended: readAppendedIn(store, auditLog),
    append: appendIn(store, { auditEntries, auditLog }, (one) => taken.add(digestOfWaiting(one))),
    ...sealedLogIn(objects, { bucket: sealedLog, origin }),
    readCheckpoint: readCheckpointIn(store, auditLog),
    keepCheckpoint: keepCheckpointIn(store, auditLog),
    sign: chosenSigner({
      keys,
      keyIds,
      origin,
      readChoice: readCheckpointChoiceIn(store, directory),
      readIndexOfChoice: readIndexOfChoiceIn(store, auditLog),
      readLast: readLastCheckpointIn(store, auditLog),
    }),
    open: openNoteWith(keys, keyIds, origin),
    newSalt: () => randomBytes(saltBytes).toString('base64'),
    sayRestored: sayRestoredIn(world),
    origin,
  }
}
