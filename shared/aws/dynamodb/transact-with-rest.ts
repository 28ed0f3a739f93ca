import * as z from 'zod'
import { mostActions } from '../../kernel/most-actions.ts'
import { put, putNew } from './actions.ts'
import { chunksOf } from './chunks-of.ts'
import { type RestRef, restKey } from './keys.ts'
import type { Action, Put, Refusal, Store } from './store.ts'

export const waitingForRest = 'REST'

/** Rows kept to be written by one row: few enough that it stays far below what a row may hold (400 kB). */
const mostOfPart = 50

/** What one transaction decides, and rows that belong to it and may follow. `id` is of the record's version. */
export type WithRest = {
  readonly id: string
  readonly core: readonly Action[]
  readonly rest: readonly Put[]
  readonly since: Date
}

/** How many actions beside the core a transaction still takes, of which the rest may leave room for its own parts. */
export const roomBeside = (core: readonly Action[], rest: readonly Put[]): number =>
  Math.max(0, mostActions - core.length - Math.ceil(rest.length / mostOfPart))

const waitingSchema = z.object({
  puts: z.array(
    z.object({
      table: z.string(),
      row: z.looseObject({ pk: z.string(), sk: z.string() }),
      isNew: z.boolean(),
    }),
  ),
  waitingUntil: z.iso.datetime(),
})

type Part = { readonly ref: RestRef; readonly puts: readonly Put[] }

const waitingRow = ({ ref, puts }: Part, since: Date) => ({
  ...restKey(ref),
  puts: puts.map(({ table, row, condition }) => ({ table, row, isNew: condition !== undefined })),
  waitingFor: waitingForRest,
  waitingUntil: since.toISOString(),
})

const secondsKept = 24 * 60 * 60

/** In the place of what waited: that it was written, for a day. */
const finished = (casework: string, ref: RestRef, since: string): Put => ({
  kind: 'put',
  table: casework,
  row: { ...restKey(ref), expiresAt: Math.floor(Date.parse(since) / 1000) + secondsKept },
  condition: { kind: 'has', field: 'waitingFor' },
})

/**
 * Writes what a transaction that decided found no room for, and in the same one that it is written: a second try finds
 * nothing left to do.
 */
export const finishRestIn =
  (store: Store, casework: string) =>
  async (ref: RestRef): Promise<boolean> => {
    const row = await store.get(casework, restKey(ref))
    if (row?.['waitingFor'] === undefined) return false
    const { puts, waitingUntil } = waitingSchema.parse(row)
    const result = await store.transact([
      finished(casework, ref, waitingUntil),
      ...puts.map(({ table, row: written, isNew }) => (isNew ? putNew : put)(table, written)),
    ])
    return result === 'committed'
  }

/**
 * All of it in one transaction where it fits. What does not is kept, in the transaction that decides, as rows that wait to
 * be written, and written at once; whoever dies in between leaves them to the sweep.
 */
export const transactWithRest = async (
  store: Store,
  casework: string,
  { id, core, rest, since }: WithRest,
): Promise<'committed' | Refusal> => {
  if (core.length + rest.length <= mostActions) return store.transact([...core, ...rest])
  const inside = rest.slice(0, roomBeside(core, rest))
  const parts = chunksOf(rest.slice(inside.length), mostOfPart).map((puts, part) => ({
    ref: { id, part },
    puts,
  }))
  const kept = parts.map((part) => putNew(casework, waitingRow(part, since)))
  const result = await store.transact([...core, ...inside, ...kept])
  if (result !== 'committed') return result
  const finish = finishRestIn(store, casework)
  // It stands; what this leaves, the sweep writes.
  for (const { ref } of parts) await finish(ref).catch(() => false)
  return result
}
