import type { Clients } from '../../shared/aws/clients.ts'
import {
  appendIn,
  keepCheckpointIn,
  readCheckpointIn,
  readHeadIn,
} from '../../shared/aws/dynamodb/audit-log.ts'
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
  const { AUDIT_TABLE: table, LOG_KEY: key, LOG_ORIGIN: origin } = environment

  return createHandler({
    readUnsealed: readUnsealedIn(store, table),
    readHead: readHeadIn(store, table),
    append: appendIn(store, table),
    readCheckpoint: readCheckpointIn(store, table),
    keepCheckpoint: keepCheckpointIn(store, table),
    sign: signNoteWith(keys, key, origin),
    origin,
    log: world.log,
  })
}
