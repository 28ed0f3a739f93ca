import { type Assessment, assessmentSchema } from '../../assessing/assessment.ts'
import type { SubmitConcernDeps } from '../../casework/submit-concern.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId, ConcernId } from '../../kernel/ids.ts'
import { putNew } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { concernOf, concernRow } from './concern-rows.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { assessmentKey, concernKey } from './keys.ts'
import type { Store } from './store.ts'

/**
 * One round trip: idempotency item, concern and audit entry, all new. A key already used is told by the item that stands
 * in its place.
 */
export const commitConcernIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly audit: string },
  ): SubmitConcernDeps['commit'] =>
  async ({ idempotency, stored, entries }) => {
    const { concernId, receivedAt } = stored
    const result = await store.transact([
      rememberKey(tables.casework, idempotency, { concernId, at: receivedAt }),
      putNew(tables.casework, concernRow(stored)),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

/** The concern as it stands; undefined when there is none by this id. */
export const readConcernIn =
  (store: Store, casework: string) =>
  async (concernId: ConcernId): Promise<StoredConcern | undefined> => {
    const row = await store.get(casework, concernKey(concernId))
    return row === undefined ? undefined : concernOf(row)
  }

/** One assessment of a concern, by its number. */
export const readAssessmentIn =
  (store: Store, casework: string) =>
  async (concernId: ConcernId, number: number): Promise<Assessment | undefined> => {
    const row = await store.get(casework, assessmentKey(concernId, number))
    return row === undefined ? undefined : assessmentSchema.parse(row['assessment'])
  }

/** The newest assessment of a concern; undefined before the first. */
export const latestAssessmentIn =
  (store: Store, casework: string) =>
  async (concernId: ConcernId): Promise<Assessment | undefined> => {
    const { rows } = await store.query({
      table: casework,
      partition: { field: 'pk', value: concernKey(concernId).pk },
      range: { kind: 'begins', field: 'sk', with: 'ASSESSMENT#' },
      descending: true,
      limit: 1,
      consistent: true,
    })
    const [newest] = rows
    return newest === undefined ? undefined : assessmentSchema.parse(newest['assessment'])
  }

/**
 * The assessment by which a concern is in an alert, by key from the first on: there are few, one for each review or change
 * since. Of an alert that was passed on, which none of them raised, it is the newest.
 */
export const assessmentBehindIn =
  (store: Store, casework: string) =>
  async (alert: {
    readonly alertId: AlertId
    readonly concernId: ConcernId
  }): Promise<Assessment | undefined> => {
    const read = readAssessmentIn(store, casework)
    let newest: Assessment | undefined
    for (let number = 1; ; number += 1) {
      const assessment = await read(alert.concernId, number)
      if (assessment === undefined) return newest
      newest = assessment
      const { alertIds, mergedInto = [] } = assessment
      if ([...alertIds, ...mergedInto].includes(alert.alertId)) return assessment
    }
  }
