import * as z from 'zod'
import { adultIdSchema, childIdSchema } from '../kernel/ids.ts'

/**
 * Whom a row of the match index leads to. Keys of adults and of children are of different kinds, so that no look-up
 * meets both. The row counts only while the person's record lists its key: it is written before the version that it
 * belongs to, and cleared after.
 */
export const indexEntrySchema = z.strictObject({ id: z.union([adultIdSchema, childIdSchema]) })

/** Those whom one of the keys that led to them still leads to. */
export const standing = <Person extends { readonly keys: readonly string[] }>(
  people: readonly Person[],
  leadsTo: (person: Person) => ReadonlySet<string>,
): Person[] =>
  people.filter((person) => {
    const asked = leadsTo(person)
    return person.keys.some((key) => asked.has(key))
  })
