import * as z from 'zod'
import type { LeftOver } from '../../casework/sweep.ts'
import { putNew, putVersion } from './actions.ts'
import { leftOverKey } from './keys.ts'
import type { Put, Store } from './store.ts'

export const waitingForLeftOver = 'LEFT_OVER'

/** Rows in one part: of the longest of them, well below what an item may hold. */
export const mostInPart = 40

const leftOverRowSchema = z.object({
  leftOver: z.array(
    z.object({
      kind: z.literal('put'),
      table: z.string(),
      row: z.looseObject({ pk: z.string(), sk: z.string() }),
      condition: z.object({ kind: z.literal('absent') }).optional(),
    }),
  ),
})

/** Rows that follow from a decision and find no room beside it, written down with it, so that a crash loses none. */
export const leftOverRow = (
  casework: string,
  of: LeftOver,
  { since, rows }: { readonly since: string; readonly rows: readonly Put[] },
): Put =>
  putNew(casework, {
    ...leftOverKey(of),
    version: 1,
    leftOver: rows,
    waitingFor: waitingForLeftOver,
    waitingUntil: since,
  })

/** The rows of one part, if nobody has written them yet: a part that is done stands empty, and waits no more. */
export const writeLeftOver = async (
  { store, casework }: { readonly store: Store; readonly casework: string },
  of: LeftOver,
  rows: readonly Put[],
): Promise<boolean> => {
  const done = putVersion(casework, { ...leftOverKey(of), version: 2 })
  return (await store.transact([...rows, done])) === 'committed'
}

/** Writes what a crash has left over. @throws ZodError when the row is not one that this code wrote */
export const finishLeftOverIn =
  (store: Store, casework: string) =>
  async (of: LeftOver): Promise<boolean> => {
    const row = await store.get(casework, leftOverKey(of))
    if (row === undefined || row['version'] === 2) return false
    const { leftOver } = leftOverRowSchema.parse(row)
    return writeLeftOver({ store, casework }, of, leftOver)
  }
