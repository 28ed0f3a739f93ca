import * as z from 'zod'
import type { ApplyConsentDeps } from '../../casework/apply-consent.ts'
import type { RecordConsentDeps } from '../../casework/record-consent.ts'
import {
  type ConsentChange,
  type ConsentChangeRef,
  consentChangeSchema,
} from '../../concerns/consent-change.ts'
import { putNew, putVersion } from './actions.ts'
import { arrivalRow, readArrived, takenUp } from './arrivals.ts'
import { auditRows } from './audit-rows.ts'
import type { DecidingTables } from './commit-actions.ts'
import { writeAssessment } from './commit-assessment.ts'
import { putConcern } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { consentChangeKey, consentCountKey } from './keys.ts'
import { newestChange } from './newest-change.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Store } from './store.ts'

export const waitingForConsent = 'CONSENT'

const keyOf = ({ concernId, changeId }: ConsentChangeRef) => consentChangeKey(concernId, changeId)

export const consentChangeKind = rowKind({
  name: 'consent-change',
  places: ['intake CONCERN CONSENT'],
  content: 'change',
  shape: { change: consentChangeSchema },
})

/** How many changes of a concern's consent were accepted: its version is the number of the newest. */
export const consentCountKind = rowKind({
  name: 'consent-count',
  places: ['intake CONCERN CONSENTS'],
  shape: { version: z.int() },
})

export const consentChangeOf = (row: Readonly<Record<string, unknown>>): ConsentChange =>
  consentChangeKind.read(row).change

export const readConsentChangeIn =
  (store: Store, intake: string): ApplyConsentDeps['readChange'] =>
  async (ref) => {
    const row = await readArrived(store, intake, keyOf(ref))
    return row === undefined ? undefined : consentChangeOf(row)
  }

export const countChangesIn =
  (store: Store, intake: string): RecordConsentDeps['countChanges'] =>
  async (concernId) => {
    const [row] = await store.batch({ [intake]: [consentCountKey(concernId)] })
    return row === undefined ? 0 : consentCountKind.read(row).version
  }

/** Where in the transaction the changes are counted: refused there, another was accepted meanwhile. */
const counted = 1

/** Idempotency item, the count one on, change, that it is to be applied, and audit entry; all but the count new. */
export const commitConsentIn =
  (
    store: Store,
    tables: Pick<DecidingTables, 'intake' | 'auditEntries'>,
  ): RecordConsentDeps['commit'] =>
  async ({ idempotency, change, urgency, entries }) => {
    const { concernId, changeNumber: version, recordedAt: at } = change
    const result = await store.transact([
      rememberKey(tables.intake, idempotency, { concernId, at }),
      putVersion(tables.intake, { ...consentCountKey(concernId), version }),
      putNew(tables.intake, { ...keyOf(change), change }),
      newestChange(tables.intake, change),
      putNew(tables.intake, arrivalRow(keyOf(change), waitingForConsent, { at, urgency })),
      ...auditRows(tables.auditEntries, entries),
    ])
    if (result === 'committed') return 'committed'
    return result.index === counted ? 'changed' : rememberedIn(result)
  }

/** The change waits no more, in the transaction of what it changed. */
export const commitConsentChangeIn =
  (store: Store, tables: DecidingTables): ApplyConsentDeps['commitChange'] =>
  async ({ change, concern, decided, entries }) => {
    const applied = takenUp(tables.intake, keyOf(change))
    if (decided !== undefined) return writeAssessment({ store, tables }, decided, [applied])
    const result = await store.transact([
      applied,
      putConcern(tables.casework, concern),
      ...auditRows(tables.auditEntries, naming(entries, { concerns: [concern] })),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
