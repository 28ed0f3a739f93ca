import * as z from 'zod'
import { entryIdSchema } from '../kernel/ids.ts'
import { mostActions } from '../kernel/most-actions.ts'
import { canonicalJson } from './canonical-json.ts'

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
  practitioner: z.string().min(1).optional(),
  agency: z.string().min(1).optional(),
  authority: z.string().min(1).optional(),
  action: z.string().min(1).optional(),
  outcome: z.string().min(1).optional(),
  purpose: z.string().min(1).optional(),
  caseReference: z.string().min(1).optional(),
  subjects: z.array(z.string().min(1)).min(1).max(mostCopies),
})
export type SealableEntry = z.infer<typeof sealableEntrySchema>

/** Of a salt, as base64. */
const saltLength = 44

/**
 * All that a leaf commits to: the number of the rows' schema, the entry, every partition in which a copy of it stands, the fields by which indexes find it,
 * and a salt. Without the salt a leaf cannot be guessed; once it is forgotten, nobody can tell what the leaf was of.
 */
export const leafSchema = z.strictObject({
  schema: z.int().positive(),
  entry: sealableEntrySchema,
  salt: z.base64().length(saltLength),
  standsUnder: z.array(z.string().min(1)).min(1),
  indexFields: z.record(z.string(), z.string()),
})
export type Leaf = z.infer<typeof leafSchema>

/** Whether these are the same entry, to the last field. */
export const isSameEntry = (one: SealableEntry, other: SealableEntry): boolean =>
  canonicalJson(one) === canonicalJson(other)
