import type { Clients } from '../../shared/aws/clients.ts'
import { readAppendedIn } from '../../shared/aws/dynamodb/appended-batches.ts'
import { readCopiesIn, readNotesIn, readPartIn } from '../../shared/aws/dynamodb/walk-rows.ts'
import { openNoteOfAnyWith } from '../../shared/aws/kms/log-key.ts'
import { readSealedNoteIn, sealedLogIn } from '../../shared/aws/s3/sealed-log.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { createHandler } from './handler.ts'

export const wire = (
  { store, scan, keys, objects }: Pick<Clients, 'store' | 'scan' | 'keys' | 'objects'>,
  environment: Environment<'verify-log'>,
  { now, log }: Pick<World, 'now' | 'log'>,
) => {
  const { AUDIT_LOG_TABLE: auditLog, LOG_KEYS, LOG_ORIGIN: origin, SEALED_LOG } = environment
  const { readNewest } = sealedLogIn(objects, { bucket: SEALED_LOG, origin })
  return createHandler({
    readNewest,
    readNotes: readNotesIn({ store, auditLog }),
    readSealedNote: readSealedNoteIn(objects, SEALED_LOG),
    readAppended: readAppendedIn(store, auditLog),
    readCopies: readCopiesIn({ store, auditLog }),
    readPart: readPartIn({ store, scan, auditLog }),
    open: openNoteOfAnyWith(keys, LOG_KEYS, origin),
    now,
    log,
  })
}
