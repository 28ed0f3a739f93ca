import type { ApplyConsentDeps } from '../../casework/apply-consent.ts'
import type { RecordConsentDeps } from '../../casework/record-consent.ts'
import { type ConsentChange, consentChangeSchema } from '../../concerns/consent-change.ts'
import { put, putNew, putVersion } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { writeAssessment } from './commit-assessment.ts'
import { concernRow } from './concern-rows.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { consentChangeKey } from './keys.ts'
import type { Store } from './store.ts'

type Tables = { readonly casework: string; readonly auditEntries: string }

export const waitingForConsent = 'CONSENT'

/** The change as a row; one not yet applied waits, from the moment it was recorded. */
const consentChangeRow = (change: ConsentChange) => ({
  ...consentChangeKey(change.concernId, change.changeId),
  change,
  ...(change.status === 'PENDING' && {
    waitingFor: waitingForConsent,
    waitingUntil: change.recordedAt,
  }),
})

export const consentChangeOf = (row: Readonly<Record<string, unknown>>): ConsentChange =>
  consentChangeSchema.parse(row['change'])

export const readConsentChangeIn =
  (store: Store, casework: string): ApplyConsentDeps['readChange'] =>
  async ({ concernId, changeId }) => {
    const row = await store.get(casework, consentChangeKey(concernId, changeId))
    return row === undefined ? undefined : consentChangeOf(row)
  }

/** Idempotency item, change and audit entry, all new. */
export const commitConsentIn =
  (store: Store, tables: Tables): RecordConsentDeps['commit'] =>
  async ({ idempotency, change, entries }) => {
    const { concernId, recordedAt: at } = change
    const result = await store.transact([
      rememberKey(tables.casework, idempotency, { concernId, at }),
      putNew(tables.casework, consentChangeRow(change)),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

/** Marks the change applied in the transaction of what it changed. */
export const commitConsentChangeIn =
  (store: Store, tables: Tables): ApplyConsentDeps['commitChange'] =>
  async ({ change, concern, decided }) => {
    const applied = put(tables.casework, consentChangeRow(change))
    if (decided !== undefined) return writeAssessment({ store, tables }, decided, [applied])
    const result = await store.transact([applied, putVersion(tables.casework, concernRow(concern))])
    return result === 'committed' ? 'committed' : 'changed'
  }
