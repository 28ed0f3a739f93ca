import * as z from 'zod'
import type { LeftOver } from '../../casework/waiting.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { alertIdSchema, concernIdSchema } from '../../kernel/ids.ts'
import { put, remove } from './actions.ts'
import { leftOverKey, leftOverMarkKey, leftOverMarkPartition } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { type Action, type Key, type Put, queryToEnd, type Store } from './store.ts'

/**
 * That rows of a decision are still to be written, and of which partitions: all marks stand in one, which whoever reads such
 * a partition reads first, so that no half of a decision is taken for the whole of it.
 */
export const leftOverMarkKind = rowKind({
  name: 'left-over-mark',
  places: ['casework LEFT_OVER LEFT_OVER'],
  shape: {
    of: z.object({
      concernId: concernIdSchema,
      number: z.number(),
      part: z.number(),
      alertId: alertIdSchema.optional(),
    }),
    partitions: z.array(z.string()),
  },
})

/** Written with the part itself. */
export const markRow = (casework: string, of: LeftOver, rows: readonly Put[]): Put =>
  put(casework, {
    ...leftOverMarkKey(of),
    of,
    partitions: [...new Set(rows.map(({ row }) => row.pk))],
  })

/** In the transaction that writes the part's rows. */
export const unmark = (casework: string, of: LeftOver): Action =>
  remove(casework, leftOverMarkKey(of))

/** Marks of parts that nobody has written; a release that knew no marks may have written one and left its mark. */
const standingMarks = async (store: Store, casework: string) => {
  const rows = await queryToEnd(store, {
    table: casework,
    partition: { field: 'pk', value: leftOverMarkPartition },
    consistent: true,
  })
  if (rows.length === 0) return []
  const marks = rows.map((row) => leftOverMarkKind.read(row))
  const parts = await store.batch({ [casework]: marks.map(({ of }) => leftOverKey(of)) })
  const isWritten = ({ pk, sk }: Key): boolean =>
    parts.some((part) => part['version'] === 2 && part['pk'] === pk && part['sk'] === sk)
  return marks.filter(({ of }) => !isWritten(leftOverKey(of)))
}

/** Writes what a decision left over of one part; false when it was written already. */
export type Finish = (of: LeftOver) => Promise<boolean>

/** Sees to it that partitions hold all that was decided, or refuses to have them read. @throws HubError store-busy */
export type Whole = (partitions: readonly string[]) => Promise<void>

/** The sweep writes what a decision left over a minute later. */
const secondsUntilSwept = 60

/**
 * Which partitions are not whole, as asked about now; what stands in them is to be read after. Whoever may write, and so has
 * `finish`, writes what is missing; anybody else is refused for a minute.
 */
export const askWhole = async (
  { store, casework }: { readonly store: Store; readonly casework: string },
  finish?: Finish,
): Promise<Whole> => {
  const marks = await standingMarks(store, casework)
  return async (partitions) => {
    const asked = new Set(partitions)
    for (const { of, partitions: left } of marks) {
      if (!left.some((one) => asked.has(one))) continue
      if (finish === undefined)
        throw new HubError('store-busy', `a decision of ${of.concernId} is still being written`, {
          retryAfter: secondsUntilSwept,
        })
      await finish(of)
    }
  }
}

/** As {@link askWhole}, of partitions that are known before anything is read. @throws HubError store-busy */
export const requireWhole = async (
  tables: Parameters<typeof askWhole>[0],
  partitions: readonly string[],
  finish?: Finish,
): Promise<void> => (await askWhole(tables, finish))(partitions)
