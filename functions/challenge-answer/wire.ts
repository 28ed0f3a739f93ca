import type { Clients } from '../../shared/aws/clients.ts'
import { readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { commitChallengeIn } from '../../shared/aws/dynamodb/commit-challenge.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { rememberedUseIn } from '../../shared/aws/dynamodb/idempotency.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'challenge-answer'>,
  world: World,
) => {
  const { store } = clients
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    CASEWORK_TABLE: casework,
    INTAKE_TABLE: intake,
  } = environment

  return createHandler({
    ...guarded(guardDepsFrom(clients, environment, world)),
    readConcern: readConcernIn(store, { intake, casework }),
    readAlert: readAlertIn(store, casework),
    recall: rememberedUseIn(store, intake),
    commit: commitChallengeIn(store, { intake, casework, auditEntries }),
  })
}
