import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { readSealedIn, readWaitingIn } from '../../shared/aws/dynamodb/audit-entries.ts'
import { readNewestNoteIn } from '../../shared/aws/dynamodb/audit-log.ts'
import { readLeavesIn } from '../../shared/aws/dynamodb/exported-leaves.ts'
import { findConcernsIn, findRecordsIn } from '../../shared/aws/dynamodb/find-exactly.ts'
import { isOnRecordIn } from '../../shared/aws/dynamodb/is-there.ts'
import {
  findSealedIn,
  readBatchOfIn,
  readLeafTimeIn,
  readStretchIn,
} from '../../shared/aws/dynamodb/log-proofs.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { indexHashes } from '../../shared/aws/kms/index-hash.ts'
import { signNoteWith } from '../../shared/aws/kms/log-key.ts'
import type { World } from '../../shared/aws/world.ts'
import type { ReadReadersDeps } from '../../shared/casework/read-readers.ts'
import type { AskedDeps } from '../../shared/casework/record-refusal.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { alertIdSchema } from '../../shared/kernel/ids.ts'
import { createHandler } from './handler.ts'

/** An alert is there by its own row, sealed or not; of all else only the log says whether it is. */
const isAlertOr =
  (
    isOnRecord: AskedDeps['isThere'],
    readAlert: ReadReadersDeps['readAlert'],
  ): AskedDeps['isThere'] =>
  async (asked) => {
    const { data: alertId } = alertIdSchema.safeParse(asked.id)
    return asked.kind === 'alert' && alertId !== undefined
      ? (await readAlert(alertId)) !== undefined
      : isOnRecord(asked)
  }

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'query-audit'>,
  world: World,
) => {
  const { store, keys } = clients
  const {
    AUDIT_ENTRIES_TABLE: waiting,
    AUDIT_LOG_TABLE: log,
    CASEWORK_TABLE: casework,
    REGISTER_TABLE: register,
    CURSOR_KEY,
    INDEX_KEY,
    EXPORT_KEY,
  } = environment
  const { now } = world
  const { toRead } = indexHashes({ store, keys, table: register, wrappingKey: INDEX_KEY, now })
  const readAlert = readAlertIn(store, casework)
  const guard = {
    ...guardDepsFrom(clients, environment, world),
    isThere: isAlertOr(isOnRecordIn(store, log), readAlert),
  }

  return createHandler({
    ...guarded(guard),
    keyedHash: guard.keyedHash,
    readWaiting: readWaitingIn(store, waiting),
    readSealed: readSealedIn(store, log),
    readAlert,
    readNewestNote: readNewestNoteIn(store, log),
    readStretch: readStretchIn(store, log),
    findSealed: findSealedIn(store, log),
    readBatchOf: readBatchOfIn(store, log),
    readLeafTime: readLeafTimeIn(store, log),
    findRecords: findRecordsIn({ store, register, hashKeys: toRead }),
    findConcerns: findConcernsIn({ store, casework, now }, toRead),
    cursors: cursorsOf(keys, CURSOR_KEY),
    readLeaves: readLeavesIn(store, { auditEntries: waiting, auditLog: log }),
    signExport: (origin, text) => signNoteWith(keys, EXPORT_KEY, exportKeyName(origin))(text),
  })
}
