import * as z from 'zod'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { outcomeCodes } from '../codes/outcomes.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { childIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'

/** The significant events that a chronology holds. A new kind is a line here and a function that makes its entry. */
export const entryKinds = {
  CONCERN: 'A concern that was shared',
  CORRECTION: 'A concern by which an agency corrects an earlier one of its own',
  OUTCOME: 'What children’s social care decided',
} as const

/** An id of the concern, or of the act, that the entry records: it sorts by when that was recorded. */
const entryIdSchema = z.uuid({ version: 'v7' })

/**
 * One event of a child's chronology, as the child's authority may see it. When it happened (`eventOn`) and when the hub
 * learnt (`recordedAt`) are two dates. `nature` tells what its statements are; text stands here only where it was shared.
 */
export const chronologyEntrySchema = z.strictObject({
  entryId: entryIdSchema,
  kind: z.enum(keysOf(entryKinds)),
  eventOn: z.iso.date(),
  isOngoing: z.boolean(),
  recordedAt: z.iso.datetime(),
  source: z.strictObject({ kind: z.enum(['agency', 'authority']), name: z.string() }),
  nature: z.array(z.enum(statementKinds)).optional(),
  harm: z.enum(harmLevels),
  factors: z.array(z.enum(factorCodes)),
  outcome: z.enum(outcomeCodes).optional(),
  hasPreviousRemoval: z.boolean(),
  reason: z.string().optional(),
  statements: z
    .array(z.strictObject({ kind: z.enum(statementKinds), text: z.string() }))
    .optional(),
  corrects: entryIdSchema.optional(),
})
export type ChronologyEntry = z.infer<typeof chronologyEntrySchema>

/** An entry in the chronology of one child. */
export const childEntrySchema = z.strictObject({
  childId: childIdSchema,
  entry: chronologyEntrySchema,
})
export type ChildEntry = z.infer<typeof childEntrySchema>

/** An entry as it stands among the others that its reader may see: which of them corrected it. */
export type StandingEntry = ChildEntry & { readonly supersededBy?: string | undefined }

/** What is kept of a concern that was not shared: codes and dates, so that the chronology has no gap; never shown. */
export type WithheldEntry = {
  readonly childId: ChildEntry['childId']
  readonly entry: Pick<
    ChronologyEntry,
    'entryId' | 'kind' | 'eventOn' | 'isOngoing' | 'recordedAt' | 'source' | 'harm' | 'factors'
  > &
    Partial<Pick<ChronologyEntry, 'corrects'>>
}
