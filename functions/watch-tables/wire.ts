import type { Clients } from '../../shared/aws/clients.ts'
import { readSealedEntryIn, watchedChangeIn } from '../../shared/aws/dynamodb/watched-change.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'watch-tables'>,
  world: World,
) =>
  createHandler({
    changeIn: watchedChangeIn(environment.WATCHED_TABLES),
    readSealed: readSealedEntryIn(store, environment.AUDIT_LOG_TABLE),
    log: world.log,
  })
