import * as z from 'zod'
import { concernIdSchema } from '../../kernel/ids.ts'
import { packedKeysSchema } from './pack-keys.ts'
import { rowKind } from './rows/row-kind.ts'

/** A concern under one key by which a person of it was sought. */
export const lookupKind = rowKind({
  name: 'lookup',
  places: ['casework LK CONCERN'],
  shape: { concernId: concernIdSchema, protects: z.boolean(), expiresAt: z.number() },
})

/** All these keys of one concern. */
export const lookupsKind = rowKind({
  name: 'lookups',
  places: ['casework CONCERN LOOKUPS'],
  shape: {
    keys: packedKeysSchema,
    expiresAt: z.number(),
    /** Versions of the index's key under which all of them stand. */
    keyed: z.string().optional(),
    /** Counts its writes, so that whoever takes the keys away by an older list begins again. */
    revision: z.number().optional(),
  },
})
