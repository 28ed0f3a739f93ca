import type { Clients } from '../../shared/aws/clients.ts'
import { readCommittedIn } from '../../shared/aws/dynamodb/committed-concerns.ts'
import { countConservation, findFaultyIn } from '../../shared/aws/dynamodb/count-conservation.ts'
import { pagesOf } from '../../shared/aws/dynamodb/scan.ts'
import { isUnderHoldIn } from '../../shared/aws/dynamodb/under-hold.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store, scan }: Pick<Clients, 'store' | 'scan'>,
  environment: Environment<'reconcile-concerns'>,
  { now, log }: Pick<World, 'now' | 'log'>,
) => {
  const tables = { intake: environment.INTAKE_TABLE, casework: environment.CASEWORK_TABLE }
  const holding = { casework: tables.casework, directory: environment.DIRECTORY_TABLE }
  const reading = { store, tables, isUnderHold: isUnderHoldIn(store, holding, now), now }
  return createHandler({
    readCommitted: readCommittedIn(store, environment.AUDIT_LOG_TABLE),
    findFaulty: findFaultyIn(reading),
    countPart: (part) =>
      countConservation({ ...reading, scan: (table) => pagesOf(scan, table, part) }),
    now,
    log,
  })
}
