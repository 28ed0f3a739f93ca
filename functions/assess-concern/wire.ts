import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { assessDepsFrom } from '../../shared/aws/assess-deps.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import {
  commitConsentChangeIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { assessedIn } from '../../shared/aws/dynamodb/stream.ts'
import {
  commitWithdrawnIn,
  readChronologiesIn,
  readWithdrawalIn,
} from '../../shared/aws/dynamodb/withdrawals.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'assess-concern'>,
  world: World,
) => {
  const { store } = clients
  const tables = {
    intake: environment.INTAKE_TABLE,
    directory: environment.DIRECTORY_TABLE,
    register: environment.REGISTER_TABLE,
    casework: environment.CASEWORK_TABLE,
    auditEntries: environment.AUDIT_ENTRIES_TABLE,
  }
  const assessing = assessDepsFrom(
    { ...clients, now: world.now, log: world.log },
    tables,
    environment,
  )

  return createHandler({
    ...assessing,
    commit: commitAssessmentIn(store, tables),
    rowIn: assessedIn,
    readChange: readConsentChangeIn(store, tables.intake),
    commitChange: commitConsentChangeIn(store, tables),
    readWithdrawal: readWithdrawalIn(store, tables.intake),
    readChronologies: readChronologiesIn(store, tables.casework),
    commitWithdrawn: commitWithdrawnIn(store, tables),
    recorder: (now) => recorderFor({ actor: 'assess-concern' }, now, world.newId),
    ...world,
  })
}
