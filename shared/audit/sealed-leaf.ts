import * as z from 'zod'
import { entryIdSchema } from '../kernel/ids.ts'
import { mostActions } from '../kernel/most-actions.ts'
import { canonicalJson } from './canonical-json.ts'
import { type Hash, leafHash } from './merkle.ts'

/** Copies for which a transaction has room beside the head, the batch and the row that waits. */
const mostCopies = mostActions - 3

/**
 * An entry as far as sealing looks at it. Loose on purpose: while a new version of a writer is being deployed, entries
 * hold what this version does not know, and they must be sealed all the same and whole.
 */
export const sealableEntrySchema = z.looseObject({
  entryId: entryIdSchema,
  at: z.iso.datetime(),
  actor: z.string().min(1).optional(),
  authority: z.string().min(1).optional(),
  subjects: z.array(z.string().min(1)).min(1).max(mostCopies),
})
export type SealableEntry = z.infer<typeof sealableEntrySchema>

/**
 * The hash under which an entry stands in the log: of all its fields, as canonical JSON. There is no separate salt: the
 * 74 random bits of the entry's UUIDv7 keep it from being guessed by whoever sees only the hash.
 */
export const leafOf = (entry: SealableEntry): Hash => leafHash(canonicalJson(entry))
