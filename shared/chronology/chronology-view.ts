import * as z from 'zod'
import { childIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { isAdopted, type StoredAdult, type StoredChild } from '../register/stored.ts'
import { chronologyEntrySchema, type StandingEntry } from './entry.ts'
import { redactEntry } from './redact-entry.ts'

/** A page of a chronology as the child's authority reads it. `protected` says what is kept from this page, and by whom held. */
export const chronologyPageSchema = z.strictObject({
  childId: childIdSchema,
  items: z.array(
    chronologyEntrySchema.extend({
      supersededBy: z.string().optional().meta({
        description: 'The entry that corrects this one; this one stays as it was',
      }),
    }),
  ),
  protected: z.array(z.string()),
})
export type ChronologyPage = z.infer<typeof chronologyPageSchema>

/**
 * What may be read of these entries now. Of an adopted child nothing: its entries are about a birth parent, and the page
 * would join the two. That they are with the restricted team is said of every adopted child, whether or not there are any.
 */
export const chronologyView = (
  { child, adults }: { readonly child: StoredChild; readonly adults: readonly StoredAdult[] },
  entries: readonly StandingEntry[],
): ChronologyPage => {
  if (isAdopted(child.child))
    return { childId: child.childId, items: [], protected: ['restricted-team'] }
  const redact = redactEntry(child, adults)
  return {
    childId: child.childId,
    items: entries.map(({ entry, supersededBy }) => ({
      ...redact(entry),
      ...present({ supersededBy }),
    })),
    protected: [],
  }
}
