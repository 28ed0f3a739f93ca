import * as z from 'zod'

/**
 * What becomes of a record in a load. `MARKED`: nothing is new of it, and from now on it counts as brought by loads; `GONE`:
 * a full load does not hold it any more, so that its case is closed; `GONE_HELD`: that too, but people keep it by hand;
 * `DELETED_HERE`: a person took it away, and no load brings it back; `TOO_LARGE`: it would hold more than a record keeps;
 * `BUSY`: others kept changing it.
 */
export const loadOutcomes = [
  'NEW',
  'CHANGED',
  'MARKED',
  'UNCHANGED',
  'GONE',
  'GONE_HELD',
  'DELETED_HERE',
  'TOO_LARGE',
  'BUSY',
] as const
export type LoadOutcome = (typeof loadOutcomes)[number]

/**
 * What stood against a part of what was told. `EDITED_HERE`: somebody changed the record since the last load, so that both
 * are kept; `RESTRICTION_STANDS`: the file says that nothing is restricted, and no load lifts a restriction;
 * `CLOSED_STANDS`: a person closed the case, and what is told began before; `ADULT_TAKEN_AWAY`: a person deleted the adult or
 * took them from the child. `CASE_ENDS` stands against nothing: the case is open here, and by the file it is no longer.
 */
export const loadNotes = [
  'EDITED_HERE',
  'RESTRICTION_STANDS',
  'CLOSED_STANDS',
  'ADULT_TAKEN_AWAY',
  'CASE_ENDS',
] as const
export type LoadNote = (typeof loadNotes)[number]

/** SHA-256 of all that a load tells, and as what: the same content, full both times or neither, is the same load. */
export const loadDigestSchema = z.string().regex(/^[0-9a-f]{64}$/)
export const isLoadDigest = (text: string): boolean => loadDigestSchema.safeParse(text).success
