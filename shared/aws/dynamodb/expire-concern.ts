import * as z from 'zod'
import { everybodyIn } from '../../assessing/person-match.ts'
import type { ExpireConcernDeps } from '../../casework/expire-concern.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import { reviewIdSchema } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { type Review, wordless } from '../../reviews/review.ts'
import { put, remove } from './actions.ts'
import { assessmentKind } from './assessment-kind.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { putConcern, receivedRow, tellingRows } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { arrivalKey, concernKey, lookupsKey, reviewKey } from './keys.ts'
import { lookupsKind } from './lookup-kinds.ts'
import { lookupKeysIn } from './lookups.ts'
import { listStands } from './refile-concern.ts'
import { readReviewsIn, reviewRow } from './reviews.ts'
import { type Action, type Key, queryToEnd, type Row, type Store } from './store.ts'

type Tables = { readonly intake: string; readonly casework: string; readonly auditEntries: string }

const keySchema = z.object({ pk: z.string(), sk: z.string() })
const keysOf = (rows: readonly Row[]): readonly Key[] => rows.map((row) => keySchema.parse(row))
const answeredSchema = z.object({ assessment: z.object({ answered: reviewIdSchema }) })

/** A review of the sender's lead stays as they see it, without anybody's words; of another nothing does. */
const withoutWords = (casework: string, review: Review): Action =>
  review.asked === 'sender-lead'
    ? put(casework, reviewRow(wordless(review)))
    : remove(casework, reviewKey(review.reviewId))

/**
 * Takes away what was made of a concern: where it is found, before the list of it; assessments; of what was asked about
 * it, the words; and what was received of it since, changes of consent and challenges. The list goes last, if it still says
 * what was read of it: a key of the index that is being replaced adds to it.
 */
const undone = async (
  store: Store,
  { intake, casework }: Pick<Tables, 'intake' | 'casework'>,
  { concernId, reviewIds }: StoredConcern,
): Promise<{ readonly gone: readonly Action[]; readonly list: readonly Action[] }> => {
  const own = concernKey(concernId)
  const rowsOf = (table: string, pk: string) =>
    queryToEnd(store, { table, partition: { field: 'pk', value: pk }, consistent: true })
  const [rows, ...received] = await Promise.all([
    rowsOf(casework, own.pk),
    rowsOf(intake, own.pk),
    rowsOf(intake, arrivalKey(own).pk),
  ])
  const answered = rows.flatMap((row) => {
    const read = answeredSchema.safeParse(row)
    return read.success ? [read.data.assessment.answered] : []
  })
  const asked = await readReviewsIn(store, casework)([...new Set([...reviewIds, ...answered])])
  const list = lookupsKey(concernId)
  const found = rows.find(({ sk }) => sk === list.sk)
  const gone = [
    ...rows.flatMap((row) => lookupKeysIn(row, concernId)).map((key) => remove(casework, key)),
    ...keysOf(rows)
      .filter(({ sk }) => sk !== own.sk && sk !== list.sk)
      .map((key) => remove(casework, key)),
    ...asked.map((review) => withoutWords(casework, review)),
    ...keysOf(received.flat())
      .filter(({ sk }) => sk !== own.sk)
      .map((key) => remove(intake, key)),
  ]
  if (found === undefined) return { gone, list: [] }
  const condition = listStands(lookupsKind.read(found))
  return { gone, list: [{ kind: 'delete', table: casework, key: list, condition }] }
}

/** Everybody of the register whom an assessment of the concern took to be meant, or near. */
export const readPeopleOfIn =
  (store: Store, casework: string): ExpireConcernDeps['readPeople'] =>
  async (concernId) => {
    const rows = await queryToEnd(store, {
      table: casework,
      partition: { field: 'pk', value: concernKey(concernId).pk },
      range: { kind: 'begins', field: 'sk', with: 'ASSESSMENT#' },
      consistent: true,
    })
    const people = rows.flatMap((row) => {
      const { matches, joined } = assessmentKind.read(row).assessment
      const { adultIds, childIds } = everybodyIn(matches)
      return [...adultIds, ...childIds, ...joined.map(({ childId }) => childId)]
    })
    return [...new Set(people)]
  }

/** Room beside the mark for what goes last. */
const mostLast = mostActions / 2

/**
 * Text, people and whatever was made of them go; what the sender and its lead can see of the concern stays. Of very much the oldest
 * goes first: a crash between leaves the concern due to expire, and the next sweep goes on.
 */
export const commitExpiryIn =
  (store: Store, tables: Tables): ExpireConcernDeps['commitExpiry'] =>
  async ({ stored, left, entries }) => {
    const { intake, casework, auditEntries } = tables
    const { gone, list } = await undone(store, tables, stored)
    const [last = [], ...first] = chunksOf(gone, mostLast).toReversed()
    for (const chunk of first.toReversed()) await store.transact(chunk)
    const result = await store.transact([
      putConcern(casework, left),
      put(intake, receivedRow(left)),
      ...last,
      ...list,
      ...tellingRows(stored).map(({ pk, sk }) => remove(casework, { pk, sk })),
      ...auditRows(auditEntries, naming(entries, { concerns: [left] })),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
