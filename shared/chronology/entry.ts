import * as z from 'zod'
import { engagementCodes } from '../codes/engagements.ts'
import { factorCodes } from '../codes/factors.ts'
import { harmLevels } from '../codes/harm-levels.ts'
import { outcomeCodes } from '../codes/outcomes.ts'
import { statementKinds } from '../codes/statement-kinds.ts'
import { adultRefSchema } from '../concerns/person-ref.ts'
import { childIdSchema, concernIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { personNameSchema } from '../people/person.ts'

/** The significant events that a chronology holds. A new kind is a line here and a function that makes its entry. */
export const entryKinds = {
  CONCERN: 'A concern that was shared',
  CORRECTION: 'A concern by which an agency corrects an earlier one of its own',
  OUTCOME: 'What children’s social care decided',
  CASE_ENDED: 'That children’s social care ended its work with the family',
  ENGAGEMENT: 'How an adult stands with the service that sent a concern about them',
} as const

/** An id of the concern, or of the act, that the entry records: it sorts by when that was recorded. */
const entryIdSchema = z.uuid({ version: 'v7' })

const statementSchema = z.strictObject({ kind: z.enum(statementKinds), text: z.string() })

/**
 * One event of a child's chronology as it is kept: codes, dates and where its words stand. When it happened (`eventOn`)
 * and when the hub learnt (`recordedAt`) are two dates. `told` names the concern and the assessment by which it was
 * shared: its words are taken from there and redacted at each reading. An outcome keeps the words of its own authority.
 */
export const chronologyEntrySchema = z.strictObject({
  entryId: entryIdSchema,
  kind: z.enum(keysOf(entryKinds)),
  eventOn: z.iso.date(),
  isOngoing: z.boolean(),
  recordedAt: z.iso.datetime(),
  source: z.strictObject({ kind: z.enum(['agency', 'authority']), name: z.string() }),
  harm: z.enum(harmLevels),
  factors: z.array(z.enum(factorCodes)),
  outcome: z.enum(outcomeCodes).optional(),
  engagement: z.enum(engagementCodes).optional(),
  hasPreviousRemoval: z.boolean(),
  corrects: entryIdSchema.optional(),
  /** Of a conflict of staff: for the authority's lead alone. */
  isLeadsOnly: z.literal(true).optional(),
  /** Of the child's own sensitive service, which is not named in it (X5). */
  isOfChildsService: z.literal(true).optional(),
  told: z.strictObject({ concernId: concernIdSchema, assessment: z.int().min(1) }).optional(),
  statements: z.array(statementSchema).optional(),
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
export type WithheldEntry = ChildEntry

/** Of whom a concern was: the adults that it named, as its sender named them. */
export const namedAdultSchema = z.strictObject({
  person: adultRefSchema,
  names: z.array(personNameSchema),
  dateOfBirth: z.string().optional(),
  relationshipToChild: z.string(),
})

/** The words of an entry as its reader may see them, and what kinds of statement they are. */
export type EntryWords = {
  readonly adults?: readonly z.infer<typeof namedAdultSchema>[] | undefined
  readonly reason?: string | undefined
  readonly statements?: readonly z.infer<typeof statementSchema>[] | undefined
  /** Instead of the sender's name, where that is hidden (X5). */
  readonly sourceName?: string | undefined
}
