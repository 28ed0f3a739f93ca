import type { Clients } from '../../shared/aws/clients.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import {
  countUntickedIn,
  keepReportIn,
  markWatchedThroughIn,
  readWatchedThroughIn,
} from '../../shared/aws/dynamodb/watch-reports.ts'
import {
  isActedOnIn,
  readActsIn,
  readWatchedEntriesIn,
  wasToldIn,
} from '../../shared/aws/dynamodb/watched-entries.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { reportFailure } from '../../shared/logging/report-failure.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store }: Pick<Clients, 'store'>,
  environment: Environment<'report-use'>,
  { now, log }: Pick<World, 'now' | 'log'>,
) => {
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    AUDIT_LOG_TABLE: auditLog,
    CASEWORK_TABLE: casework,
    DIRECTORY_TABLE: directory,
  } = environment
  return createHandler({
    readDirectory: readDirectoryIn(store, directory, now),
    readThrough: readWatchedThroughIn(store, casework),
    readEntries: readWatchedEntriesIn(store, { auditEntries, auditLog }, (error) =>
      reportFailure(log, 'audit-entry', error),
    ),
    wasTold: wasToldIn(store, auditLog),
    readActs: readActsIn(store, auditLog),
    isActedOn: isActedOnIn(store, auditLog),
    countUnticked: countUntickedIn(store, casework),
    keep: keepReportIn(store, casework),
    markThrough: markWatchedThroughIn(store, casework),
    now,
    log,
  })
}
