import { mostAdults } from './child.ts'
import type { RecordChange, RegisterChange } from './register-change.ts'
import type { StoredAdult, StoredChild } from './stored.ts'

/**
 * What one record may hold. Far more than anybody has; without bounds, records that only grow would one day not fit their
 * row (400 kB), and one person would stand under so many keys as to be found by everybody.
 */
export const mostKept = {
  names: 32,
  addresses: 32,
  numbers: 16,
  phones: 32,
  emails: 16,
  statuses: 60,
  agreements: 40,
  children: 100,
  keys: 8_000,
} as const

const tooManyOfAdult = ({ person, children, keys }: StoredAdult) => ({
  names: person.names.length > mostKept.names,
  addresses: person.addresses.length > mostKept.addresses,
  nhsNumbers: person.nhsNumbers.length > mostKept.numbers,
  phones: person.phones.length > mostKept.phones,
  emails: person.emails.length > mostKept.emails,
  children: children.length > mostKept.children,
  keys: keys.length > mostKept.keys,
})

const tooManyOfChild = ({ child, adults, keys }: StoredChild) => ({
  adults: adults.length > mostAdults,
  alsoKnownAs: child.alsoKnownAs.length > mostKept.names,
  addresses: child.addresses.length > mostKept.addresses,
  nhsNumber: child.formerNhsNumbers.length > mostKept.numbers,
  earlierStatuses: child.earlierStatuses.length > mostKept.statuses,
  writtenAgreements: child.writtenAgreements.length > mostKept.agreements,
  keys: keys.length > mostKept.keys,
})

const overfullIn = (change: RecordChange): string[] => {
  if (change.after === undefined) return []
  const tooMany =
    change.kind === 'child' ? tooManyOfChild(change.after) : tooManyOfAdult(change.after)
  return Object.entries(tooMany).flatMap(([field, isFull]) => (isFull ? [field] : []))
}

/** Names of fields that would hold more than a record keeps. */
export const overfull = ({ records }: RegisterChange): readonly string[] => [
  ...new Set(records.flatMap(overfullIn)),
]
