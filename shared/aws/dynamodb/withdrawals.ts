import type { ApplyWithdrawalDeps } from '../../casework/apply-withdrawal.ts'
import type { RecordWithdrawalDeps } from '../../casework/record-withdrawal.ts'
import {
  type RecordedWithdrawal,
  recordedWithdrawalSchema,
  type WithdrawalRef,
  withdrawalReasons,
} from '../../concerns/withdrawal.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { arrivalRow, readArrived, takenUp } from './arrivals.ts'
import { auditRows } from './audit-rows.ts'
import { chronologyKind } from './chronology-kinds.ts'
import { headRow } from './chronology-rows.ts'
import { putConcern } from './concern-rows.ts'
import { naming } from './entries-of-moves.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { chronologyKey, concernKey, withdrawalKey } from './keys.ts'
import { newestChange } from './newest-change.ts'
import { reviewRow } from './reviews.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import type { Store } from './store.ts'

type Tables = { readonly intake: string; readonly casework: string; readonly auditEntries: string }

export const waitingForWithdrawal = 'WITHDRAWAL'

const keyOf = ({ concernId, changeId }: WithdrawalRef) => withdrawalKey(concernId, changeId)

export const withdrawalKind = rowKind({
  name: 'withdrawal',
  places: ['intake CONCERN WITHDRAWAL'],
  content: 'withdrawal',
  shape: { withdrawal: recordedWithdrawalSchema },
  standIns: [standIn(withdrawalReasons, 'WRONG_PERSON')],
})

export const withdrawalOf = (row: Readonly<Record<string, unknown>>): RecordedWithdrawal =>
  withdrawalKind.read(row).withdrawal

export const readWithdrawalIn =
  (store: Store, intake: string): ApplyWithdrawalDeps['readWithdrawal'] =>
  async (ref) => {
    const row = await readArrived(store, intake, keyOf(ref))
    return row === undefined ? undefined : withdrawalOf(row)
  }

/** What is remembered of these children; of one of whom nothing is, nothing. */
export const readChronologiesIn =
  (store: Store, casework: string): ApplyWithdrawalDeps['readChronologies'] =>
  async (childIds) => {
    if (childIds.length === 0) return []
    const rows = await store.batch({ [casework]: childIds.map(chronologyKey) })
    return rows.map((row) => chronologyKind.read(row).chronology)
  }

/** Idempotency item, withdrawal, that it is to be applied, and audit entry, all new. */
export const commitWithdrawalIn =
  (store: Store, tables: Omit<Tables, 'casework'>): RecordWithdrawalDeps['commitWithdrawal'] =>
  async ({ idempotency, recorded, urgency, entries }) => {
    const { concernId, recordedAt: at } = recorded
    const result = await store.transact([
      rememberKey(tables.intake, idempotency, { concernId, at }),
      putNew(tables.intake, { ...keyOf(recorded), withdrawal: recorded }),
      newestChange(tables.intake, recorded),
      putNew(tables.intake, arrivalRow(keyOf(recorded), waitingForWithdrawal, { at, urgency })),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

/**
 * The withdrawal waits no more, nor does the concern, in the transaction of what it changes. Heads that find no room in it are written before: they
 * are shown to nobody, and a second try finds that the concern counts no more in them.
 */
export const commitWithdrawnIn =
  (
    store: Store,
    { intake, casework, auditEntries }: Tables,
  ): ApplyWithdrawalDeps['commitWithdrawn'] =>
  async ({ recorded, concern, ended, chronologies, alerts, messages, entries }) => {
    const actions = [
      putConcern(casework, concern),
      takenUp(intake, keyOf(recorded)),
      ...(concern.assessments === 0 ? [takenUp(intake, concernKey(concern.concernId))] : []),
      ...ended.map((review) => putVersion(casework, reviewRow(review))),
      ...alerts.map((alert) => putVersion(casework, alertRow(alert))),
      ...messages.map((message) => putNew(casework, outboxRow(message))),
      ...auditRows(auditEntries, naming(entries, { concerns: [concern], reviews: ended, alerts })),
    ]
    const heads = chronologies.map((head) => headRow(casework, head))
    const room = mostActions - actions.length
    for (const head of heads.slice(room))
      if ((await store.transact([head])) !== 'committed') return 'changed'
    const result = await store.transact([...actions, ...heads.slice(0, room)])
    return result === 'committed' ? 'committed' : 'changed'
  }
