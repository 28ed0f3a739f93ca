import type { ReportElsewhereDeps } from '../../casework/report-elsewhere.ts'
import type { TellElsewhereDeps } from '../../casework/tell-elsewhere.ts'
import { adultIdSchema } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { put, remove } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { elsewhereKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import type { Store } from './store.ts'

export const waitingForElsewhere = 'ELSEWHERE'

/** One row a record: whoever is recorded again on the same day stands in the report once. */
export const keepElsewhereIn =
  (store: Store, casework: string): ReportElsewhereDeps['keep'] =>
  async (records, reportAt) => {
    const rows = records.map(({ authority, adultId }) =>
      put(casework, {
        ...elsewhereKey(authority, adultId),
        adultId,
        waitingFor: waitingForElsewhere,
        waitingUntil: reportAt.toISOString(),
      }),
    )
    for (const chunk of chunksOf(rows, mostActions)) await store.transact(chunk)
  }

export const elsewhereKind = rowKind({
  name: 'elsewhere',
  places: ['casework ELSEWHERE ELSEWHERE'],
  shape: { adultId: adultIdSchema, ...waitingShape },
})

/** Read consistently: the index may list what has just been told. Its key says all that is told, so no row need be read for it. */
export const readElsewhereIn =
  (store: Store, casework: string): TellElsewhereDeps['readKept'] =>
  async ({ authority, adultIds }) => {
    const keys = adultIds.map((adultId) => elsewhereKey(authority, adultId))
    const rows = await store.batch({ [casework]: keys })
    const stands = new Set(rows.map(({ pk }) => pk))
    return adultIds.filter((_, at) => stands.has(keys[at]?.pk)).toSorted()
  }

export const markElsewhereToldIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): TellElsewhereDeps['markTold'] =>
  async ({ authority, adultIds }, entries) => {
    await store.transact([
      ...adultIds.map((adultId) => remove(tables.casework, elsewhereKey(authority, adultId))),
      ...auditRows(tables.auditEntries, entries),
    ])
  }
