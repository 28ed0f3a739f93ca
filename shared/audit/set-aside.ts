import { createHash } from 'node:crypto'
import { entryPosition } from './entry-position.ts'
import type { Finding } from './finding.ts'
import { isFields, isText } from './plain.ts'
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

const digestIn = ({ leaf }: SealedLeaf): string | undefined => {
  if (leaf?.entry.action !== 'ENTRY_SET_ASIDE') return undefined
  const { codes } = leaf.entry
  return isFields(codes) && isText(codes['digest']) ? codes['digest'] : ''
}

/**
 * Entries of which the log says that they could not be sealed, and that it does not hold to this day, as they were. Whoever damages
 * an entry before it is sealed leaves this for good.
 */
export const stillAside = (leaves: readonly SealedLeaf[]): readonly Finding[] => {
  const told = leaves.flatMap((leaf, index) => {
    const digest = digestIn(leaf)
    return digest === undefined ? [] : [{ index, digest }]
  })
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
