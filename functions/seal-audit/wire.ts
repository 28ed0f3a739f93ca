import type { Clients } from '../../shared/aws/clients.ts'
import { sealLogDeps } from '../../shared/aws/seal-log-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys' | 'objects'>,
  environment: Environment<'seal-audit'>,
  world: World,
) => {
  const { LOG_KEYS: keyIds, LOG_ORIGIN: origin, SEALED_LOG: sealedLog } = environment
  const { AUDIT_ENTRIES_TABLE: auditEntries, AUDIT_LOG_TABLE: auditLog } = environment
  const { DIRECTORY_TABLE: directory } = environment
  const place = { directory, auditEntries, auditLog, sealedLog, keyIds, origin }
  const deps = sealLogDeps(clients, place, world)
  return createHandler({ ...deps, log: world.log, now: world.now })
}
