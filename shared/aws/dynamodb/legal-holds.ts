import * as z from 'zod'
import { holdReasons } from '../../codes/hold-reasons.ts'
import { workIdSchema } from '../../kernel/work-id.ts'
import { holdKey, holdsPartition } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import { type KeyedRow, queryToEnd, type Store } from './store.ts'

export const legalHoldSchema = z.strictObject({
  holdId: z.uuid({ version: 'v7' }),
  version: z.int().min(1),
  record: z.string().min(1).max(120).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  until: z.iso.date().optional(),
  reason: z.enum(holdReasons),
  askedBy: workIdSchema,
  placedBy: workIdSchema,
  placedOn: z.iso.date(),
  liftedBy: workIdSchema.optional(),
  liftedOn: z.iso.date().optional(),
})
export type StoredHold = z.infer<typeof legalHoldSchema>

/** A reason that is not known here holds as any other does. */
export const legalHoldKind = rowKind({
  name: 'legal-hold',
  places: ['directory HOLD HOLD'],
  content: 'hold',
  shape: { hold: legalHoldSchema, version: z.int() },
  standIns: [standIn(holdReasons, 'INQUIRY')],
})

export const holdRow = (hold: StoredHold): KeyedRow & { readonly version: number } => ({
  ...holdKey(hold.holdId),
  version: hold.version,
  hold,
})

/** Every hold, with those that were lifted. */
export const readHoldsIn =
  (store: Store, directory: string) => async (): Promise<readonly StoredHold[]> => {
    const rows = await queryToEnd(store, {
      table: directory,
      partition: { field: 'pk', value: holdsPartition },
      consistent: true,
    })
    return rows.map((row) => legalHoldKind.read(row).hold)
  }
