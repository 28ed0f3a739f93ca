import type { Clients } from '../../shared/aws/clients.ts'
import {
  appendIn,
  keepCheckpointIn,
  readCheckpointIn,
  readHeadIn,
} from '../../shared/aws/dynamodb/audit-log.ts'
import {
  readCheckpointChoiceIn,
  readIndexOfChoiceIn,
  readLastCheckpointIn,
} from '../../shared/aws/dynamodb/checkpoint-choice.ts'
import { readUnsealedIn } from '../../shared/aws/dynamodb/unsealed-entries.ts'
import { chosenSigner } from '../../shared/aws/kms/chosen-signer.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'seal-audit'>,
  world: World,
) => {
  const { store, keys } = clients
  const { LOG_KEYS: keyIds, LOG_ORIGIN: origin, DIRECTORY_TABLE } = environment
  const { AUDIT_ENTRIES_TABLE: auditEntries, AUDIT_LOG_TABLE: auditLog } = environment

  return createHandler({
    readUnsealed: readUnsealedIn(store, auditEntries),
    readHead: readHeadIn(store, auditLog),
    append: appendIn(store, { auditEntries, auditLog }),
    readCheckpoint: readCheckpointIn(store, auditLog),
    keepCheckpoint: keepCheckpointIn(store, auditLog),
    sign: chosenSigner({
      keys,
      keyIds,
      origin,
      readChoice: readCheckpointChoiceIn(store, DIRECTORY_TABLE),
      readIndexOfChoice: readIndexOfChoiceIn(store, auditLog),
      readLast: readLastCheckpointIn(store, auditLog),
    }),
    origin,
    log: world.log,
  })
}
