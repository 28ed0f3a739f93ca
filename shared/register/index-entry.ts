import * as z from 'zod'
import { adultIdSchema, childIdSchema } from '../kernel/ids.ts'

/** What stands under one key of the match index: ids only, so that one batch can fetch adults and children alike. */
export const indexEntrySchema = z.strictObject({
  adultId: adultIdSchema,
  childIds: z.array(childIdSchema),
})
export type IndexEntry = z.infer<typeof indexEntrySchema>
