import * as z from 'zod'
import { childIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { isAdopted, type StoredChild } from '../register/stored.ts'
import { writtenAgreementSchema } from '../register/written-agreement.ts'
import {
  chronologyEntrySchema,
  type EntryWords,
  namedAdultSchema,
  type StandingEntry,
} from './entry.ts'

const shownEntrySchema = chronologyEntrySchema.omit({ told: true }).extend({
  adults: z.array(namedAdultSchema).optional(),
  reason: z.string().optional(),
  supersededBy: z.string().optional().meta({
    description: 'The entry that corrects this one; this one stays as it was',
  }),
})
type ShownEntry = z.infer<typeof shownEntrySchema>

/** A page of a chronology as the child's authority reads it. `protected` says what is kept from this page, and by whom held. */
export const chronologyPageSchema = z.strictObject({
  childId: childIdSchema,
  items: z.array(shownEntrySchema),
  agreements: z.array(writtenAgreementSchema).meta({
    description:
      'Time-limited agreements with the parents: kept, extended, broken or running (F19)',
  }),
  protected: z.array(z.string()),
})
export type ChronologyPage = z.infer<typeof chronologyPageSchema>

/** Each field is copied by name, so one that is new is not disclosed until it stands here. */
const shown = ({ entry, supersededBy }: StandingEntry, words: EntryWords): ShownEntry => ({
  entryId: entry.entryId,
  kind: entry.kind,
  eventOn: entry.eventOn,
  isOngoing: entry.isOngoing,
  recordedAt: entry.recordedAt,
  source: { kind: entry.source.kind, name: words.sourceName ?? entry.source.name },
  harm: entry.harm,
  factors: entry.factors,
  hasPreviousRemoval: entry.hasPreviousRemoval,
  ...present({
    outcome: entry.outcome,
    engagement: entry.engagement,
    corrects: entry.corrects,
    adults: words.adults === undefined ? undefined : [...words.adults],
    reason: words.reason,
    statements: words.statements === undefined ? undefined : [...words.statements],
    supersededBy,
  }),
})

type WordsFor = {
  readonly wordsOf: (entry: StandingEntry['entry']) => EntryWords
  readonly words: (text: string) => string
}

/**
 * What may be read of these entries now; `wordsOf` gives the words of each, and `words` those of the child's own
 * record, redacted for this reader. Of an adopted child
 * nothing: its entries are about a birth parent, and the page would join the two. That they are with the restricted team
 * is said of every adopted child, whether or not there are any.
 */
export const chronologyView = (
  { childId, child }: StoredChild,
  entries: readonly StandingEntry[],
  { wordsOf, words }: WordsFor,
): ChronologyPage =>
  isAdopted(child)
    ? { childId, items: [], agreements: [], protected: ['restricted-team'] }
    : {
        childId,
        items: entries.map((one) => shown(one, wordsOf(one.entry))),
        agreements: child.writtenAgreements.map((one) => ({
          ...one,
          what: words(one.what),
          whatFollows: words(one.whatFollows),
        })),
        protected: [],
      }
