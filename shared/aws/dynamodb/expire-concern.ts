import * as z from 'zod'
import type { ExpireConcernDeps } from '../../casework/expire-concern.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { putVersion, remove } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { tellingRows } from './concern-rows.ts'
import { concernKey, reviewKey } from './keys.ts'
import { lookupKeysIn } from './lookups.ts'
import { type Action, type Key, queryToEnd, type Store } from './store.ts'

const keySchema = z.object({ pk: z.string(), sk: z.string() })
const answeredSchema = z.object({ assessment: z.object({ answered: z.string() }) })

/**
 * All that was made of a concern: where it is found, before the list of it; assessments, changes of consent, challenges;
 * and what was asked about it, with the answers.
 */
const madeOf = async (
  store: Store,
  casework: string,
  { concernId, reviewIds }: StoredConcern,
): Promise<readonly Key[]> => {
  const own = concernKey(concernId)
  const rows = await queryToEnd(store, {
    table: casework,
    partition: { field: 'pk', value: own.pk },
    consistent: true,
  })
  const answered = rows.flatMap((row) => {
    const read = answeredSchema.safeParse(row)
    return read.success ? [read.data.assessment.answered] : []
  })
  return [
    ...rows.flatMap((row) => lookupKeysIn(row, concernId)),
    ...rows.map((row) => keySchema.parse(row)).filter(({ sk }) => sk !== own.sk),
    ...[...new Set([...reviewIds, ...answered])].map(reviewKey),
  ]
}

/** Room beside the mark for what goes last. */
const mostLast = mostActions / 2

/**
 * Text, people and whatever was made of them go; that a concern stood here and has expired stays. Of very much the oldest
 * goes first: a crash between leaves the concern due to expire, and the next sweep goes on.
 */
export const commitExpiryIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly audit: string },
  ): ExpireConcernDeps['commitExpiry'] =>
  async (stored, expiredAt, entries) => {
    const { casework, audit } = tables
    const { concernId, version } = stored
    const mark: Action = putVersion(casework, {
      ...concernKey(concernId),
      version: version + 1,
      state: 'EXPIRED',
      expired: { concernId, expiredAt },
    })
    const made = (await madeOf(store, casework, stored)).map((key) => remove(casework, key))
    const [last = [], ...first] = chunksOf(made, mostLast).toReversed()
    for (const chunk of first.toReversed()) await store.transact(chunk)
    const result = await store.transact([
      mark,
      ...last,
      ...tellingRows(stored).map(({ pk, sk }) => remove(casework, { pk, sk })),
      ...auditRows(audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
