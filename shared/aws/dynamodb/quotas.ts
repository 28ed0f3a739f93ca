import type { CountUseDeps, DayOfClient, Use } from '../../casework/count-use.ts'
import type { TellOverQuotaDeps } from '../../casework/tell-over-quota.ts'
import { type DayCounts, quotaKinds } from '../../codes/quotas.ts'
import { auditRows } from './audit-rows.ts'
import { quotaKey } from './keys.ts'
import type { Row, Store } from './store.ts'

export const waitingForQuota = 'QUOTA'

/** How long a day's counts are kept: until nobody asks about them any more. */
const keptDays = 30

const countsIn = (row: Row): DayCounts =>
  Object.fromEntries(
    quotaKinds.flatMap((kind) => (row[kind] === undefined ? [] : [[kind, Number(row[kind])]])),
  )

const dayOf = (row: Row): DayOfClient => ({
  counts: countsIn(row),
  isAsked: row['isAsked'] === true,
})

/** Epoch seconds at which the counts of a day may go. */
const expiryOf = (day: string): number => Date.parse(day) / 1000 + keptDays * 24 * 60 * 60

/** One row a client and day, one field a kind: written for every use, whatever is asked and whoever is known. */
export const tallyIn =
  (store: Store, intake: string): CountUseDeps['tally'] =>
  async ({ clientId, agencyName, day, kind, times = 1 }: Use) =>
    dayOf(
      await store.update(intake, {
        key: quotaKey(clientId, day),
        set: { agencyName, expiresAt: expiryOf(day) },
        add: { [kind]: times },
      }),
    )

/** The sweep finds it at once: the day is long past when it began. */
export const askIn =
  (store: Store, intake: string): CountUseDeps['ask'] =>
  async ({ clientId, day }) => {
    await store.update(intake, {
      key: quotaKey(clientId, day),
      set: { isAsked: true, waitingFor: waitingForQuota, waitingUntil: `${day}T00:00:00.000Z` },
    })
  }

export const readOverQuotaIn =
  (store: Store, intake: string): TellOverQuotaDeps['readDay'] =>
  async ({ clientId, day }) => {
    const row = await store.get(intake, quotaKey(clientId, day))
    return row?.['waitingFor'] === undefined
      ? undefined
      : { agencyName: String(row['agencyName']), counts: countsIn(row) }
  }

export const markQuotaToldIn =
  (
    store: Store,
    tables: { readonly intake: string; readonly auditEntries: string },
  ): TellOverQuotaDeps['markTold'] =>
  async ({ clientId, day }, entries) => {
    await store.transact([
      {
        kind: 'update',
        table: tables.intake,
        key: quotaKey(clientId, day),
        remove: ['waitingFor', 'waitingUntil'],
      },
      ...auditRows(tables.auditEntries, entries),
    ])
  }
