import type { Clients } from '../../shared/aws/clients.ts'
import { gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import { recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { deployedModel } from '../../shared/matching/deployed-model.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'preview-concern'>,
  world: World,
) => {
  const { store, keys } = clients
  const { CASEWORK_TABLE: casework, REGISTER_TABLE: register } = environment
  const index = { store, keys, table: register, wrappingKey: environment.INDEX_KEY }

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    gather: gatherFrom(store, { register, casework }, indexHasher(index, { mayMake: false })),
    recall: recallFrom(store, { register, casework }),
    model: deployedModel,
    trial: { needed: environment.TRIAL_MATCHES },
  })
}
