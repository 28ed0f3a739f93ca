import type { Clients } from '../../shared/aws/clients.ts'
import {
  appendIn,
  keepCheckpointIn,
  readCheckpointIn,
  readHeadIn,
} from '../../shared/aws/dynamodb/audit-log.ts'
import { sayRestoredIn } from '../../shared/aws/dynamodb/log-restored.ts'
import { readUnsealedIn } from '../../shared/aws/dynamodb/unsealed-entries.ts'
import { signNoteWith } from '../../shared/aws/kms/log-key.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'seal-audit'>,
  world: World,
) => {
  const { store, keys } = clients
  const { LOG_KEY: key, LOG_ORIGIN: origin } = environment
  const { AUDIT_ENTRIES_TABLE: auditEntries, AUDIT_LOG_TABLE: auditLog } = environment

  return createHandler({
    readUnsealed: readUnsealedIn(store, auditEntries),
    readHead: readHeadIn(store, auditLog),
    append: appendIn(store, { auditEntries, auditLog }),
    readCheckpoint: readCheckpointIn(store, auditLog),
    keepCheckpoint: keepCheckpointIn(store, auditLog),
    sign: signNoteWith(keys, key, origin),
    origin,
    sayRestored: sayRestoredIn(world),
    log: world.log,
  })
}
