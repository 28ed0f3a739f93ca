import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { Alert } from '../alerts/alert.ts'
import { type Reader, readersIn } from '../alerts/readers.ts'
import type { AlertId } from '../kernel/ids.ts'
import type { ReadAuditDeps } from './read-audit-page.ts'
import { readTrail } from './read-trail.ts'
import type { RecordDeps } from './record-refusal.ts'
import { maySee } from './their-alert.ts'

export type ReadReadersDeps = RecordDeps &
  ReadAuditDeps & { readonly readAlert: (alertId: AlertId) => Promise<Alert | undefined> }

export type ReadReadersResult =
  | { readonly kind: 'found'; readonly readers: readonly Reader[]; readonly isCut: boolean }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Of the log pages of a hundred: a list that shows initials all day leaves more entries than anybody reads. */
const mostPages = 10

/**
 * Who has looked at an alert, for whoever answers it: by the audit log itself, so that it cannot say less than an auditor reads. That
 * somebody asked is on record before they are answered.
 */
export const readReaders = async (
  { by, alertId }: { readonly by: By; readonly alertId: AlertId },
  deps: ReadReadersDeps,
): Promise<ReadReadersResult> => {
  const alert = await deps.readAlert(alertId)
  if (alert === undefined) return { kind: 'not-found' }
  if (!maySee(by, 'alert.read', alert)) return { kind: 'not-theirs' }
  const now = deps.now()
  const span = { from: '0', before: `${now.toISOString()}~`, most: mostPages }
  const { items, isCut } = await readTrail({ subject: alertId }, span, deps)
  const readers = readersIn(items, by.caller)
  const record = recorderOf(by, { now, newId: deps.newId })
  await deps.record(
    record('ALERT_READERS_READ', [alertId], { codes: { readers: String(readers.length) } }),
  )
  return { kind: 'found', readers, isCut }
}
