import type { Clients } from '../../shared/aws/clients.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'follow-concern'>,
  world: World,
) => {
  const { store } = clients
  const { CASEWORK_TABLE } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    read: readConcernIn(store, CASEWORK_TABLE),
  })
}
