import * as z from 'zod'
import type { LeftOver } from '../../casework/waiting.ts'
import type { Urgency } from '../../codes/response-times.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { putNew, putVersion } from './actions.ts'
import { waitingPrefix } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { leftOverKey } from './keys.ts'
import { markRow, unmark } from './left-over-marks.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import type { Action, Put, Refusal, Store } from './store.ts'
import { waitingIn } from './waiting-place.ts'

export const waitingForLeftOver = 'LEFT_OVER'

/** Rows in one part: of the longest of them, well below what an item may hold. */
const mostInPart = 40

export const leftOverKind = rowKind({
  name: 'left-over',
  places: ['casework CONCERN LEFT_OVER'],
  shape: {
    version: z.number(),
    leftOver: z
      .array(
        z.object({
          kind: z.literal('put'),
          table: z.string(),
          row: z.looseObject({ pk: z.string(), sk: z.string() }),
          condition: z.object({ kind: z.literal('absent') }).optional(),
        }),
      )
      .default([]),
    ...waitingShape,
  },
})

/** Rows that follow from a decision and find no room beside it, written down with it, so that a crash loses none. */
const leftOverRow = (
  casework: string,
  of: LeftOver,
  { since, urgency, rows }: Pick<InParts, 'since' | 'urgency'> & { readonly rows: readonly Put[] },
): Put =>
  putNew(casework, {
    ...leftOverKey(of),
    version: 1,
    leftOver: rows,
    waitingFor: waitingIn(waitingForLeftOver, of.concernId, urgency),
    waitingUntil: since,
  })

/** The rows of one part, if nobody has written them yet: a part that is done stands empty, and waits no more. */
const writeLeftOver = async (
  { store, casework }: { readonly store: Store; readonly casework: string },
  of: LeftOver,
  rows: readonly Put[],
): Promise<boolean> => {
  const done = putVersion(casework, { ...leftOverKey(of), version: 2 })
  return (await store.transact([...rows, done, unmark(casework, of)])) === 'committed'
}

type Tables = { readonly casework: string; readonly auditEntries: string }

/** What is left over goes where its kind stands today: the row names the tables of the hub that wrote it, and may have been restored. */
const standingHere = (tables: Tables, { table: _then, ...put }: Put): Put => ({
  ...put,
  table: put.row.pk.startsWith(waitingPrefix) ? tables.auditEntries : tables.casework,
})

/** Writes what a crash has left over. @throws ZodError when the row is not one that this code wrote */
export const finishLeftOverIn =
  (store: Store, tables: Tables) =>
  async (of: LeftOver): Promise<boolean> => {
    const { casework } = tables
    const row = await store.get(casework, leftOverKey(of))
    if (row === undefined || row['version'] === 2) return false
    const { leftOver } = leftOverKind.read(row)
    const rows = leftOver.map((put) => standingHere(tables, put))
    return writeLeftOver({ store, casework }, of, rows)
  }

/** What must be written at once, and what follows from it and may be left over. */
export type InParts = {
  readonly of: Omit<LeftOver, 'part'>
  readonly decisive: readonly Action[]
  readonly later: readonly Put[]
  readonly since: string
  readonly urgency: Urgency
}

/** The most places that so many rows may need in the transaction that decides: a part and its mark for each forty. */
export const placesOf = (later: readonly Put[]): number => 2 * Math.ceil(later.length / mostInPart)

/** All of it in one transaction where it fits; else what finds no room is left over, and written at once in parts. */
export const transactInParts = async (
  store: Store,
  casework: string,
  { of, decisive, later, since, urgency }: InParts,
): Promise<'committed' | Refusal> => {
  const room = mostActions - decisive.length
  const inside = later.slice(0, later.length <= room ? room : room - placesOf(later))
  const parts = chunksOf(later.slice(inside.length), mostInPart).map((rows, part) => ({
    of: { ...of, part },
    rows,
  }))
  const work = parts.flatMap((one) => [
    leftOverRow(casework, one.of, { since, urgency, rows: one.rows }),
    markRow(casework, one.of, one.rows),
  ])
  const result = await store.transact([...decisive, ...inside, ...work])
  if (result !== 'committed') return result
  // It stands; what this leaves, the sweep writes.
  for (const one of parts)
    await writeLeftOver({ store, casework }, one.of, one.rows).catch(() => false)
  return result
}
