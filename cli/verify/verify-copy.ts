import type { Held } from '../../shared/audit/held.ts'
import { isOver } from '../../shared/audit/keeping.ts'
import { logCopyOf } from '../../shared/audit/log-copy.ts'
import { bundlesPrefix, checkpointsPrefix } from '../../shared/audit/sealed-log.ts'
import { type Examined, examineLog, type LogCopy } from '../../shared/audit/verify-log.ts'
import { faultOf } from './finding-in-words.ts'
import type { Outcome } from './outcome.ts'
import { rowsIn } from './table-rows.ts'

/** Files by their names within a folder, with slashes. */
export type Files = ReadonlyMap<string, Buffer>

const tablePattern = /^table\/(?:.*\/)?[^/]+\.(?:json\.gz|ndjson)$/

const isSealed = (name: string): boolean =>
  name.startsWith(bundlesPrefix) || name.startsWith(checkpointsPrefix)

/** The files of the log of this name: its bucket was copied from within the log, or from above it. */
const filesOf = (files: Files, origin: string) => {
  const named = [...files].map(([name, bytes]) => ({
    name: name.startsWith(`${origin}/`) ? name.slice(origin.length + 1) : name,
    bytes,
  }))
  const table = named.filter(({ name }) => tablePattern.test(name))
  return {
    objects: new Map(
      named
        .filter(({ name }) => isSealed(name))
        .map(({ name, bytes }) => [name, bytes.toString()] as const),
    ),
    rows: table.length === 0 ? undefined : table.flatMap(({ name, bytes }) => rowsIn(name, bytes)),
  }
}

/** Whether a folder holds a copy of a log. */
export const isCopy = (files: Files, origin: string): boolean => {
  const { objects, rows } = filesOf(files, origin)
  return objects.size > 0 || rows !== undefined
}

/** What a copy of a whole log came to, against its keys and what is held of it; and what was found in it, for an export beside it. */
export const verifyCopy = (
  files: Files,
  held: Held,
): { readonly outcome: Outcome; readonly log: Examined } => {
  const { objects, rows } = filesOf(files, held.origin)
  const copy = logCopyOf(rows, objects)
  const log = examineLog(copy, held)
  return { outcome: inWords(copy, log, held), log }
}

/** What a copy of a log came to, in words. */
export const outcomeOf = (copy: LogCopy, held: Held): Outcome =>
  inWords(copy, examineLog(copy, held), held)

const inWords = (copy: LogCopy, examined: Examined, held: Held): Outcome => {
  const { findings, leaves } = examined
  return {
    checked: findings.length > 0 ? [] : checkedIn(copy, examined, held),
    faults: findings.map((finding) => faultOf(finding, (index) => leaves[index]?.leaf)),
    untold: untoldOf(copy, examined, held),
    unread: [],
  }
}

const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`

const checkedIn = (
  { sealed, table }: LogCopy,
  { leaves, series }: Examined,
  held: Held,
): readonly string[] => [
  `Signature: ${counted(sealed.checkpoints.length, 'checkpoint is', 'checkpoints are')} signed by a key of ${held.origin}.`,
  `Whole tree: ${counted(leaves.length, 'entry stands', 'entries stand')} without a gap, each hashed anew, and lead to every root that was signed.`,
  ...(held.notes.length === 0
    ? []
    : [
        `Consistency: ${counted(held.notes.length, 'checkpoint that you keep is', 'checkpoints that you keep are')} the beginning of this log; nothing was changed or taken out since.`,
      ]),
  ...(table === undefined
    ? []
    : [
        `Copies: ${counted(table.rows.length, 'row', 'rows')} under the records concerned, with the fields by which they are found: each is what was sealed, and none is missing or added.`,
      ]),
  `Completeness: of ${counted(series.length, 'record', 'records')} of casework, register and directory, every version from the first to the last that is named${(held.stands?.size ?? 0) > 0 ? ', or in which it was said to stand,' : ''} has its entry.`,
  ...(table === undefined ? [] : atTheirEnd(table.rows, leaves)),
  ...keptLonger(table?.rows, leaves),
]

type Rows = NonNullable<LogCopy['table']>['rows']

const standingIn = (rows: Rows): ReadonlySet<unknown> =>
  new Set(rows.map(({ leafIndex }) => leafIndex))

/** How many entries have no row any more. Of each the log says that it went, and its body says that it might. */
const atTheirEnd = (rows: Rows, leaves: Examined['leaves']): readonly string[] => {
  const standing = standingIn(rows)
  const gone = leaves.filter((_, index) => !standing.has(index)).length
  return gone === 0
    ? []
    : [
        `Keeping: the rows of ${counted(gone, 'entry', 'entries')} were deleted at the end of the time for which the hub has to keep them; of each the log says so, and its own words in the bundles that its time was over and that no hold kept it.`,
      ]
}

/** How many entries stand past their time, by the log's own newest one. */
const keptLonger = (rows: Rows | undefined, leaves: Examined['leaves']): readonly string[] => {
  const newest = leaves.reduce(
    (most, { leaf }) => (leaf === undefined ? most : Math.max(most, Date.parse(leaf.entry.at))),
    0,
  )
  const standing = rows && standingIn(rows)
  const over = leaves.filter(
    ({ leaf }, index) =>
      leaf !== undefined &&
      standing?.has(index) !== false &&
      isOver(leaf.entry, [new Date(newest)]),
  ).length
  return over === 0
    ? []
    : [
        `Keeping: ${counted(over, 'entry is', 'entries are')} past the time for which the hub has to keep them, and ${rows === undefined ? 'of rows nothing can be told here' : 'their rows stand still'}.`,
      ]
}

const untoldOf = (
  { table }: LogCopy,
  { series }: Examined,
  { notes, stands }: Held,
): readonly string[] => {
  const later = series.filter(({ first }) => first > 1)
  return [
    ...(table === undefined
      ? ['The rows that auditors read (a folder "table") were not given: copies were not compared.']
      : []),
    ...(notes.length === 0
      ? [
          'No checkpoint that you kept was given: whoever holds the signing key could have written the whole log anew.',
        ]
      : []),
    ...(later.length > 0
      ? [
          `The entries of ${counted(later.length, 'record of the directory begin', 'records of the directory begin')} at a later version than 1: what came before was put at the deployment, or not recorded.`,
        ]
      : []),
    ...(stands === undefined
      ? [
          'Whether a record came into a later version than its entries name: whoever holds it knows in which it stands (--stands RECORD=VERSION).',
        ]
      : []),
    'Whether the words of an entry are true, and the moment of each beyond its order.',
  ]
}
