import * as z from 'zod'
import type { Account } from '../../casework/conservation.ts'
import type { ConcernStanding } from '../../concerns/stored-concern.ts'
import { alertOf } from './alert-rows.ts'
import { concernKind } from './concern-kinds.ts'
import { alertKey, arrivalKey, concernKey, reviewKey } from './keys.ts'
import { reviewKind } from './review-kinds.ts'
import type { Key, Row, Store } from './store.ts'

type Tables = { readonly intake: string; readonly casework: string }

const clockSchema = z.object({ waitingUntil: z.string().optional() })
const clockOf = (row: Row): string | undefined => clockSchema.parse(row).waitingUntil

/** Rows of one table by partition; each partition that is asked for here is asked for one row. */
const byPartition = async (
  store: Store,
  table: string,
  keys: readonly Key[],
): Promise<ReadonlyMap<string, Row>> => {
  if (keys.length === 0) return new Map()
  const rows = await store.batch({ [table]: keys })
  return new Map(rows.map((row) => [String(row['pk']), row]))
}

type Read = { readonly concernId: string; readonly standing: ConcernStanding | undefined } & {
  readonly isKept: boolean
  readonly arrivedAt: string | undefined
}

/** A row that no release can have written. */
export type Unreadable = { readonly concernId: string; readonly isUnreadable: true }

const readEach = <From, To>(
  all: readonly From[],
  { id, read }: { readonly id: (from: From) => string; readonly read: (from: From) => To },
): readonly (To | Unreadable)[] =>
  all.map((from) => {
    try {
      return read(from)
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      return { concernId: id(from), isUnreadable: true }
    }
  })

const isReadable = <Of extends object>(one: Of | Unreadable): one is Of => !('isUnreadable' in one)

const standingsOf = async (
  store: Store,
  { intake, casework }: Tables,
  ids: readonly string[],
): Promise<readonly (Read | Unreadable)[]> => {
  const keys = ids.map(concernKey)
  const arrivals = keys.map(arrivalKey)
  const [received, made] = await Promise.all([
    byPartition(store, intake, [...keys, ...arrivals]),
    byPartition(store, casework, keys),
  ])
  return readEach(ids, {
    id: (concernId) => concernId,
    read: (concernId) => {
      const { pk } = concernKey(concernId)
      const arrival = received.get(arrivalKey(concernKey(concernId)).pk)
      const row = made.get(pk)
      return {
        concernId,
        isKept: received.has(pk),
        arrivedAt: arrival === undefined ? undefined : clockOf(arrival),
        standing: row === undefined ? undefined : concernKind.read(row).standing,
      }
    },
  })
}

/** All that tells where these concerns stand, in two rounds of reads. */
export const readAccountsIn =
  (store: Store, tables: Tables) =>
  async (ids: readonly string[]): Promise<readonly (Account | Unreadable)[]> => {
    const read = await standingsOf(store, tables, ids)
    const standings = read.filter(isReadable).flatMap(({ standing }) => standing ?? [])
    const rows = await byPartition(store, tables.casework, [
      ...new Map(
        standings
          .flatMap(({ told, reviewIds }) => [
            ...told.map(({ alertId }) => alertKey(alertId)),
            ...reviewIds.map(reviewKey),
          ])
          .map((key) => [key.pk, key]),
      ).values(),
    ])
    const found = (keys: readonly Key[]): readonly Row[] =>
      keys.map(({ pk }) => rows.get(pk)).filter((row) => row !== undefined)
    return readEach(read, {
      id: ({ concernId }) => concernId,
      read: (one): Account | Unreadable => {
        if (!isReadable(one)) return one
        const { told = [], reviewIds = [] } = one.standing ?? {}
        return {
          ...one,
          alerts: found(told.map(({ alertId }) => alertKey(alertId))).map((row) => ({
            alert: alertOf(row),
            clock: clockOf(row),
          })),
          reviews: found(reviewIds.map(reviewKey)).map((row) => ({
            review: reviewKind.read(row).review,
            clock: clockOf(row),
          })),
        }
      },
    })
  }
