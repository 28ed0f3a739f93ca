import type { Clients } from '../../shared/aws/clients.ts'
import { readExpiriesOfIn } from '../../shared/aws/dynamodb/expiries.ts'
import { readHoldsIn } from '../../shared/aws/dynamodb/legal-holds.ts'
import { readSealedEntryIn, watchedChangeIn } from '../../shared/aws/dynamodb/watched-change.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { heldFor } from '../../shared/kernel/held-for.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'watch-tables'>,
  world: World,
) => {
  const { AUDIT_LOG_TABLE: auditLog } = environment
  return createHandler({
    changeIn: watchedChangeIn(environment.WATCHED_TABLES),
    readSealed: readSealedEntryIn(store, auditLog),
    readExpiries: readExpiriesOfIn(store, auditLog, world.now),
    readHolds: heldFor(10_000, world.now, readHoldsIn(store, environment.DIRECTORY_TABLE)),
    now: world.now,
    log: world.log,
  })
}
