import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { readSealedIn, readWaitingIn } from '../../shared/aws/dynamodb/audit-entries.ts'
import { readNewestNoteIn } from '../../shared/aws/dynamodb/audit-log.ts'
import { batchesIn, readLeavesIn } from '../../shared/aws/dynamodb/exported-leaves.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { signNoteWith } from '../../shared/aws/kms/log-key.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'query-audit'>,
  world: World,
) => {
  const { store, keys } = clients
  const { AUDIT_ENTRIES_TABLE, AUDIT_LOG_TABLE, CURSOR_KEY, EXPORT_KEY } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    readWaiting: readWaitingIn(store, AUDIT_ENTRIES_TABLE),
    readSealed: readSealedIn(store, AUDIT_LOG_TABLE),
    readNewestNote: readNewestNoteIn(store, AUDIT_LOG_TABLE),
    cursors: cursorsOf(keys, CURSOR_KEY),
    readLeaves: readLeavesIn(store, AUDIT_LOG_TABLE),
    batches: batchesIn(store, AUDIT_LOG_TABLE),
    signExport: (origin, text) => signNoteWith(keys, EXPORT_KEY, exportKeyName(origin))(text),
  })
}
