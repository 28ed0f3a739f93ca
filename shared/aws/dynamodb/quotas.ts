import * as z from 'zod'
import type { CountUseDeps, DayOfClient, Use } from '../../casework/count-use.ts'
import type { TellOverQuotaDeps } from '../../casework/tell-over-quota.ts'
import { type DayCounts, type QuotaKind, quotaKinds } from '../../codes/quotas.ts'
import { auditRows } from './audit-rows.ts'
import { quotaKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import type { Row, Store } from './store.ts'

export const waitingForQuota = 'QUOTA'

const count = z.number().optional()
const countShape = {
  concerns: count,
  consentChanges: count,
  reviews: count,
  reads: count,
  previews: count,
  emergencies: count,
} as const satisfies Record<QuotaKind, z.ZodType>

/** How long a day's counts are kept: until nobody asks about them any more. */
const keptDays = 30

export const quotaKind = rowKind({
  name: 'quota',
  places: ['intake QUOTA QUOTA'],
  shape: {
    agencyName: z.string(),
    isAsked: z.boolean().optional(),
    expiresAt: z.number(),
    ...countShape,
    ...waitingShape,
  },
})

type Counted = { readonly [Kind in QuotaKind]?: number | undefined }

const countsIn = (day: Counted): DayCounts =>
  Object.fromEntries(
    quotaKinds.flatMap((kind) => (day[kind] === undefined ? [] : [[kind, day[kind]]])),
  )

const dayOf = (row: Row): DayOfClient => {
  const { isAsked = false, ...day } = quotaKind.read(row)
  return { counts: countsIn(day), isAsked }
}

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
    if (row === undefined) return undefined
    const { waitingFor, agencyName, ...counts } = quotaKind.read(row)
    return waitingFor === undefined ? undefined : { agencyName, counts: countsIn(counts) }
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
