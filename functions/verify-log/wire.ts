import type { Clients } from '../../shared/aws/clients.ts'
import { readAppendedIn } from '../../shared/aws/dynamodb/appended-batches.ts'
import { readCommittedIn } from '../../shared/aws/dynamodb/committed-concerns.ts'
import { countConservation, findFaultyIn } from '../../shared/aws/dynamodb/count-conservation.ts'
import { readExpiriesIn } from '../../shared/aws/dynamodb/expiries.ts'
import { readMadeEntriesIn } from '../../shared/aws/dynamodb/made-entries.ts'
import { pagesOf } from '../../shared/aws/dynamodb/scan.ts'
import { isUnderHoldIn } from '../../shared/aws/dynamodb/under-hold.ts'
import { readAsidesIn } from '../../shared/aws/dynamodb/unsealed-entries.ts'
import {
  isSealedSinceIn,
  readCopiesIn,
  readNotesIn,
  readPartIn,
} from '../../shared/aws/dynamodb/walk-rows.ts'
import { openNoteOfAnyWith } from '../../shared/aws/kms/log-key.ts'
import { readBundledIn, readSealedNoteIn, sealedLogIn } from '../../shared/aws/s3/sealed-log.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { leavingOf } from '../../shared/http/entries-of-routes.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import { createHandler } from './handler.ts'

const concernsOf = (
  { store, scan }: Pick<Clients, 'store' | 'scan'>,
  environment: Environment<'verify-log'>,
  now: Clock,
): Parameters<typeof createHandler>[0]['concerns'] => {
  const tables = { intake: environment.INTAKE_TABLE, casework: environment.CASEWORK_TABLE }
  const holding = { casework: tables.casework, directory: environment.DIRECTORY_TABLE }
  const reading = { store, tables, isUnderHold: isUnderHoldIn(store, holding, now), now }
  return {
    readCommitted: readCommittedIn(store, environment.AUDIT_LOG_TABLE),
    findFaulty: findFaultyIn(reading),
    countPart: (part) =>
      countConservation({ ...reading, scan: (table) => pagesOf(scan, table, part) }),
    now,
  }
}

export const wire = (
  clients: Pick<Clients, 'store' | 'scan' | 'keys' | 'objects' | 'readAccessLog'>,
  environment: Environment<'verify-log'>,
  { now, log }: Pick<World, 'now' | 'log'>,
) => {
  const { store, scan, keys, objects, readAccessLog } = clients
  const { AUDIT_ENTRIES_TABLE: auditEntries, ACCESS_LOG } = environment
  const { AUDIT_LOG_TABLE: auditLog, LOG_KEYS, LOG_ORIGIN: origin, SEALED_LOG } = environment
  const { readNewest } = sealedLogIn(objects, { bucket: SEALED_LOG, origin })
  return createHandler({
    readNewest,
    readNotes: readNotesIn({ store, auditLog }),
    readSealedNote: readSealedNoteIn(objects, SEALED_LOG),
    readAppended: readAppendedIn(store, auditLog),
    readBundled: readBundledIn(objects, { bucket: SEALED_LOG, origin }),
    readExpiries: readExpiriesIn(store, auditLog),
    readCopies: readCopiesIn({ store, auditLog }),
    readAsides: readAsidesIn({ store, auditEntries }),
    isSealedSince: isSealedSinceIn({ store, auditLog }),
    readPart: readPartIn({ store, scan, auditLog }),
    open: openNoteOfAnyWith(keys, LOG_KEYS, origin),
    requests:
      ACCESS_LOG === ''
        ? undefined
        : {
            readRequests: (window) => readAccessLog(ACCESS_LOG, window),
            readMadeEntries: readMadeEntriesIn(store, { auditEntries, auditLog }),
            leavingOf,
            now,
          },
    concerns: concernsOf(clients, environment, now),
    now,
    log,
  })
}
