import type { Clients } from '../../shared/aws/clients.ts'
import { readConcernIn } from '../../shared/aws/dynamodb/concerns.ts'
import { commitConsentIn, countChangesIn } from '../../shared/aws/dynamodb/consent-changes.ts'
import { commitEngagementIn } from '../../shared/aws/dynamodb/engagements.ts'
import { commitWithdrawalIn } from '../../shared/aws/dynamodb/withdrawals.ts'
import { guardDepsFrom } from '../../shared/aws/guard-deps.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { guarded } from '../../shared/http/guard.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'change-consent'>,
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
    read: readConcernIn(store, { intake, casework }),
    countChanges: countChangesIn(store, intake),
    commit: commitConsentIn(store, { intake, auditEntries }),
    commitWithdrawal: commitWithdrawalIn(store, { intake, auditEntries }),
    commitEngagement: commitEngagementIn(store, { intake, auditEntries }),
  })
}
