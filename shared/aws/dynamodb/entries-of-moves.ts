/** Decided here: which entry of an act names the version in which each record of casework stands after it. */
import type { Alert } from '../../alerts/alert.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { EmergencyAccess } from '../../reviews/emergency-access.ts'
import type { Review } from '../../reviews/review.ts'

type Moved = { readonly id: string; readonly version: number }

/** What a transaction writes a version on, or for the first time. */
export type Moves = {
  readonly concerns?: readonly StoredConcern[]
  readonly alerts?: readonly Alert[]
  readonly reviews?: readonly Review[]
  readonly accesses?: readonly EmergencyAccess[]
}

const movedIn = ({ concerns = [], alerts = [], reviews = [], accesses = [] }: Moves): Moved[] => [
  ...concerns.map(({ concernId: id, version }) => ({ id, version })),
  ...alerts.map(({ alertId: id, version }) => ({ id, version })),
  ...reviews.map(({ reviewId: id, version }) => ({ id, version })),
  ...accesses.map(({ accessId: id, version }) => ({ id, version })),
]

const fewest = (entries: readonly AuditEntry[]): AuditEntry | undefined =>
  entries.toSorted((one, other) => one.subjects.length - other.subjects.length)[0]

/** The entry that is about it, else one that concerns it, else the one with the most room: under it the record is found. */
const namingOne = (entries: readonly AuditEntry[], id: string): AuditEntry | undefined =>
  entries.find(({ subjects }) => subjects[0] === id) ??
  entries.find(({ subjects }) => subjects.includes(id)) ??
  fewest(entries)

const named = (entry: AuditEntry, { id, version }: Moved): AuditEntry => ({
  ...entry,
  subjects: entry.subjects.includes(id) ? entry.subjects : [...entry.subjects, id],
  versions: { ...entry.versions, [id]: version },
})

/**
 * The entries, each version among them once. It is done where the rows are made, so that no use case can forget it: then a gap
 * in the versions of a record is an entry that is missing.
 */
export const naming = (entries: readonly AuditEntry[], moves: Moves): readonly AuditEntry[] =>
  movedIn(moves).reduce((all, moved) => {
    const chosen = namingOne(all, moved.id)
    return all.map((entry) => (entry === chosen ? named(entry, moved) : entry))
  }, entries)
