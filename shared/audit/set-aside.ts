import { createHash } from 'node:crypto'
import { entryPosition } from './entry-position.ts'
import type { Finding } from './finding.ts'
import { isFields, isText } from './plain.ts'
import type { Leaf } from './sealed-leaf.ts'
import type { SealedLeaf } from './verify-sealed.ts'

/** Why an entry that waits cannot be sealed: no entry, nothing that JSON says exactly, more than a transaction takes, or another under the id of a leaf. */
export type Unsealable = 'UNREADABLE' | 'NOT_EXACT' | 'TOO_LARGE' | 'ID_TAKEN'

/** One text for whatever a table may hold, what JSON has no word for included. */
const exactText = (value: unknown): string => {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('base64')}`
  if (value instanceof Set) return `set ${[...value].map(exactText).toSorted().join()}`
  if (Array.isArray(value)) return `[${value.map(exactText).join()}]`
  if (!isFields(value)) return typeof value === 'string' ? JSON.stringify(value) : String(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members
    .map(([name, member]) => `${JSON.stringify(name)}:${exactText(member)}`)
    .toSorted()
    .join()}}`
}

/**
 * What names a row that waits: a hash of the place where it waits and of what it says, whatever that is. So the entry that
 * tells of it commits to its bytes and repeats none of them.
 */
export const digestOfWaiting = ({
  sk,
  entry,
}: {
  readonly sk: string
  readonly entry?: unknown
}): string => createHash('sha256').update(exactText({ sk, entry })).digest('hex')

/** Under which subject the log tells of a row that was set aside. */
export const subjectOfAside = (digest: string): string => `set-aside:${digest}`

const positionPattern =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Where a row waits, if the hub can have put it there: what waits anywhere else will never be sealed as it is. */
export const positionAside = (sk: string): string | undefined =>
  positionPattern.test(sk) ? sk : undefined

/** What the log tells of a row that could not be sealed: a digest of it, and where an entry would stand that is the same. */
export type ToldAside = {
  readonly index: number
  readonly digest: string
  readonly position: string | undefined
}

/** Whether an entry tells of a row that could not be sealed. */
export const isToldAside = (leaf: SealedLeaf['leaf']): leaf is Leaf =>
  leaf?.entry.action === 'ENTRY_SET_ASIDE'

/** All that some leaves tell of rows that could not be sealed, the first of them of this number. */
export const toldAsideIn = (
  leaves: readonly (Leaf | undefined)[],
  first = 0,
): readonly ToldAside[] =>
  leaves.flatMap((leaf, at) => {
    if (!isToldAside(leaf)) return []
    const { codes } = leaf.entry
    const { digest, position } = isFields(codes) ? codes : {}
    const told = { digest: isText(digest) ? digest : '', index: first + at }
    return [{ ...told, position: isText(position) ? positionAside(position) : undefined }]
  })

/** Whether an entry of the log is what waited, to the last byte. */
export const isWhatWaited = (entry: Leaf['entry'], { digest }: Pick<ToldAside, 'digest'>) =>
  digestOfWaiting({ sk: entryPosition(entry), entry }) === digest

/**
 * Entries of which the log says that they could not be sealed, and that it does not hold to this day, as they were. Whoever damages
 * an entry before it is sealed leaves this for good.
 */
export const stillAside = (leaves: readonly SealedLeaf[]): readonly Finding[] => {
  const told = toldAsideIn(leaves.map(({ leaf }) => leaf))
  if (told.length === 0) return []
  const sealed = new Set(
    leaves.flatMap(({ leaf }) =>
      leaf === undefined
        ? []
        : [digestOfWaiting({ sk: entryPosition(leaf.entry), entry: leaf.entry })],
    ),
  )
  return told
    .filter(({ digest }) => !sealed.has(digest))
    .map(({ index }) => ({ what: 'SET_ASIDE', index }))
}
