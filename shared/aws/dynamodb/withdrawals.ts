import type { ApplyWithdrawalDeps } from '../../casework/apply-withdrawal.ts'
import type { RecordWithdrawalDeps } from '../../casework/record-withdrawal.ts'
import { chronologySchema } from '../../chronology/notification.ts'
import { type RecordedWithdrawal, recordedWithdrawalSchema } from '../../concerns/withdrawal.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { put, putNew, putVersion } from './actions.ts'
import { alertRow, outboxRow } from './alert-rows.ts'
import { auditRows } from './audit-rows.ts'
import { headRow } from './chronology-rows.ts'
import { concernRow } from './concern-rows.ts'
import { rememberedIn, rememberKey } from './idempotency.ts'
import { chronologyKey, withdrawalKey } from './keys.ts'
import { reviewRow } from './reviews.ts'
import type { Store } from './store.ts'

type Tables = { readonly casework: string; readonly auditEntries: string }

export const waitingForWithdrawal = 'WITHDRAWAL'

/** The withdrawal as a row; one not yet applied waits, from the moment it was recorded. */
const withdrawalRow = (recorded: RecordedWithdrawal) => ({
  ...withdrawalKey(recorded.concernId, recorded.changeId),
  withdrawal: recorded,
  ...(recorded.status === 'PENDING' && {
    waitingFor: waitingForWithdrawal,
    waitingUntil: recorded.recordedAt,
  }),
})

export const withdrawalOf = (row: Readonly<Record<string, unknown>>): RecordedWithdrawal =>
  recordedWithdrawalSchema.parse(row['withdrawal'])

export const readWithdrawalIn =
  (store: Store, casework: string): ApplyWithdrawalDeps['readWithdrawal'] =>
  async ({ concernId, changeId }) => {
    const row = await store.get(casework, withdrawalKey(concernId, changeId))
    return row === undefined ? undefined : withdrawalOf(row)
  }

/** What is remembered of these children; of one of whom nothing is, nothing. */
export const readChronologiesIn =
  (store: Store, casework: string): ApplyWithdrawalDeps['readChronologies'] =>
  async (childIds) => {
    if (childIds.length === 0) return []
    const rows = await store.batch({ [casework]: childIds.map(chronologyKey) })
    return rows.map((row) => chronologySchema.parse(row['chronology']))
  }

/** Idempotency item, withdrawal and audit entry, all new. */
export const commitWithdrawalIn =
  (store: Store, tables: Tables): RecordWithdrawalDeps['commitWithdrawal'] =>
  async ({ idempotency, recorded, entries }) => {
    const { concernId, recordedAt: at } = recorded
    const result = await store.transact([
      rememberKey(tables.casework, idempotency, { concernId, at }),
      putNew(tables.casework, withdrawalRow(recorded)),
      ...auditRows(tables.auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : rememberedIn(result)
  }

/**
 * Marks the withdrawal applied in the transaction of what it changes. Heads that find no room in it are written before: they
 * are shown to nobody, and a second try finds that the concern counts no more in them.
 */
export const commitWithdrawnIn =
  (store: Store, { casework, auditEntries }: Tables): ApplyWithdrawalDeps['commitWithdrawn'] =>
  async ({ recorded, concern, ended, chronologies, alerts, messages, entries }) => {
    const actions = [
      putVersion(casework, concernRow(concern)),
      put(casework, withdrawalRow(recorded)),
      ...ended.map((review) => putVersion(casework, reviewRow(review))),
      ...alerts.map((alert) => putVersion(casework, alertRow(alert))),
      ...messages.map((message) => putNew(casework, outboxRow(message))),
      ...auditRows(auditEntries, entries),
    ]
    const heads = chronologies.map((head) => headRow(casework, head))
    const room = mostActions - actions.length
    for (const head of heads.slice(room))
      if ((await store.transact([head])) !== 'committed') return 'changed'
    const result = await store.transact([...actions, ...heads.slice(0, room)])
    return result === 'committed' ? 'committed' : 'changed'
  }
