import type { Assessment } from '../../assessing/assessment.ts'
import type { AssessDeps } from '../../casework/assess-concern.ts'
import type { AttendClockDeps } from '../../casework/attend-clock.ts'
import type { ReadInitialsDeps } from '../../casework/read-initials.ts'
import type { SubmitConcernDeps } from '../../casework/submit-concern.ts'
import { resendHours } from '../../chronology/resent.ts'
import { statedPerson } from '../../concerns/stated-person.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { firstUuidAt } from '../../kernel/uuid-v7.ts'
import { putNew, remove } from './actions.ts'
import { assessmentKind } from './assessment-kind.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { tellingKind } from './concern-kinds.ts'
import { concernOf, receivedRows } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { assessmentKey, concernKey, tellingKey, wakeKey } from './keys.ts'
import { type Key, queryToEnd, type Store } from './store.ts'

/**
 * One round trip: idempotency item, concern and audit entry, all new. A key already used is told by the item that stands
 * in its place.
 */
export const commitConcernIn =
  (
    store: Store,
    tables: { readonly intake: string; readonly auditEntries: string },
  ): SubmitConcernDeps['commit'] =>
  async ({ idempotency, stored, urgency, entries }) => {
    const { concernId, receivedAt } = stored
    const result = await store.transact([
      rememberKey(tables.intake, idempotency, { concernId, at: receivedAt }),
      ...receivedRows(stored, urgency).map((row) => putNew(tables.intake, row)),
      ...auditRows(tables.auditEntries, naming(entries, { concerns: [stored] })),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

type Tables = { readonly intake: string; readonly casework: string }

/** What each of these concerns is, as far as anything of it is there, in one round trip. */
const readEach = async (
  store: Store,
  { intake, casework }: Tables,
  concernIds: readonly ConcernId[],
) => {
  const keys = concernIds.map(concernKey)
  const rows = await store.batch({ [intake]: keys, [casework]: keys })
  const rowOf = (pk: string, field: 'received' | 'standing') =>
    rows.find((row) => row['pk'] === pk && field in row)
  return keys.map(({ pk }) => concernOf(rowOf(pk, 'received'), rowOf(pk, 'standing')))
}

/** The concern as it stands; undefined when there is none by this id. */
export const readConcernIn =
  (store: Store, tables: Tables) =>
  async (concernId: ConcernId): Promise<StoredConcern | undefined> =>
    (await readEach(store, tables, [concernId]))[0]

/** One assessment of a concern, by its number. */
export const readAssessmentIn =
  (store: Store, casework: string) =>
  async (concernId: ConcernId, number: number): Promise<Assessment | undefined> => {
    const row = await store.get(casework, assessmentKey(concernId, number))
    return row === undefined ? undefined : assessmentKind.read(row).assessment
  }

/** Those of these assessments that are there, in one round trip. */
export const readAssessmentsIn =
  (store: Store, casework: string): ReadInitialsDeps['readAssessments'] =>
  async (of) => {
    if (of.length === 0) return []
    const keys = of.map(({ concernId, assessment }) => assessmentKey(concernId, assessment))
    const rows = await store.batch({ [casework]: keys })
    return rows.map((row) => assessmentKind.read(row).assessment)
  }

/** The newest assessment of a concern; undefined before the first. */
export const latestAssessmentIn = (store: Store, casework: string) => {
  const read = readAssessmentIn(store, casework)
  return async ({ concernId, assessments }: StoredConcern): Promise<Assessment | undefined> =>
    assessments === 0 ? undefined : read(concernId, assessments)
}

/** Those of these concerns that are there and have not expired. */
export const readConcernsIn =
  (store: Store, tables: Tables) =>
  async (concernIds: readonly ConcernId[]): Promise<readonly StoredConcern[]> => {
    if (concernIds.length === 0) return []
    const found = await readEach(store, tables, concernIds)
    return found.flatMap((one) => (one === undefined || one.state === 'EXPIRED' ? [] : one))
  }

/** Before this nothing was told that a concern could tell again: ids sort by when they were issued, which is a moment before the receipt. */
const sinceResending = ({ receivedAt }: StoredConcern): string =>
  firstUuidAt(new Date(Date.parse(receivedAt) - (resendHours + 1) * 60 * 60 * 1000))

/** What this agency told of the same person and of the day that this concern states, in the hours in which it counts as told again. */
export const readTellingsIn =
  (store: Store, casework: string): AssessDeps['readTellings'] =>
  async (stored) => {
    const { concern, concernId, submittedBy } = stored
    const { incidentOn, subject } = concern
    if (incidentOn === undefined) return []
    const keyOf = (id: string): Key => tellingKey(submittedBy.agency, incidentOn, id)
    const { pk, sk } = keyOf(concernId)
    const rows = await queryToEnd(store, {
      table: casework,
      partition: { field: 'pk', value: pk },
      range: { kind: 'between', field: 'sk', from: keyOf(sinceResending(stored)).sk, to: sk },
      consistent: true,
    })
    const stated = statedPerson(subject)
    return rows
      .map((row) => tellingKind.read(row).telling)
      .filter((telling) => telling.stated === undefined || telling.stated === stated)
  }

export const readWakesIn =
  (store: Store, casework: string): AttendClockDeps['household']['readWakes'] =>
  async (concernId) => {
    const { pk, sk } = wakeKey(concernId, '')
    const rows = await queryToEnd(store, {
      table: casework,
      partition: { field: 'pk', value: pk },
      range: { kind: 'begins', field: 'sk', with: sk },
      consistent: true,
    })
    return rows.map((row) => concernIdSchema.parse(String(row['sk']).slice(sk.length)))
  }

/** That a concern that was to be decided again has been. */
export const markWokenIn =
  (store: Store, casework: string): AttendClockDeps['household']['markWoken'] =>
  async ({ concernId, because }) => {
    for (const some of chunksOf(because, mostActions))
      await store.transact(some.map((one) => remove(casework, wakeKey(concernId, one))))
  }
