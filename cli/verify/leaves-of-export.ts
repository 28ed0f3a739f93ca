/** Decided here: what can be said of entries that an export leaves out, by the leaves' numbers or beside a copy of the log. */
import { type AuditFilter, fits } from '../../shared/audit/audit-filter.ts'
import { entryPosition } from '../../shared/audit/entry-position.ts'
import type { Manifest } from '../../shared/audit/export/manifest.ts'
import { isOverAs } from '../../shared/audit/keeping.ts'
import type { Examined } from '../../shared/audit/verify-log.ts'
import { entryInWords } from './finding-in-words.ts'
import { type Fault, fault } from './outcome.ts'
import { type ReadOfExport, unsettledMs } from './versions-of-export.ts'

type Asked = { readonly filter: AuditFilter; readonly from: string; readonly to: string }

/** Times as entries have them. */
const asStored = (instant: string): string => {
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? instant : at.toISOString()
}

const askedIn = ({ question }: Pick<Manifest, 'question'>): Asked => {
  const { from = '', to = '', ...filter } = Object.fromEntries(new URLSearchParams(question))
  return { filter, from: from === 'the-beginning' ? '' : asStored(from), to: asStored(to) }
}

const isTold = (read: ReadOfExport): ReadonlySet<number> =>
  new Set(read.flatMap(({ exported }) => exported?.index ?? []))

/**
 * Entries of the log that answer the question and are not in the export: of those that were signed when it was made, and whose time
 * is not over by what the log itself says.
 */
export const leftOut = (
  manifest: Manifest,
  read: ReadOfExport,
  { leaves, judge }: Pick<Examined, 'leaves' | 'judge'>,
): readonly Fault[] => {
  const { filter, from, to } = askedIn(manifest)
  const told = isTold(read)
  return leaves.slice(0, manifest.checkpoint.size).flatMap(({ leaf }, index): readonly Fault[] => {
    if (leaf === undefined || told.has(index)) return []
    const { entry } = leaf
    const isAsked = fits(entry, filter) && entryPosition(entry) >= from && entry.at <= to
    if (!isAsked || judge(index, entry) === 'AT_ITS_END') return []
    const said = `The export leaves out ${entryInWords(index, leaf)}, which answers its question and stands in the log.`
    return [fault('ENTRY_LEFT_OUT', said, { index, entryId: entry.entryId })]
  })
}

type Stretch = { readonly from: number; readonly to: number }

/**
 * Leaves between two of a question about a time alone, of which the export says nothing: from one to before another. Within minutes
 * of the ends of that time one may be of another; and none is looked for whose time may be over.
 */
const silentIn = (
  manifest: Manifest,
  read: ReadOfExport,
  now = new Date(Number.NaN),
): readonly Stretch[] => {
  const { filter, from, to } = askedIn(manifest)
  if (Object.keys(filter).length > 0) return []
  const begin = from === '' ? 0 : Date.parse(from) + unsettledMs
  const end = Date.parse(to) - unsettledMs
  const within = read
    .flatMap(({ exported }) => exported ?? [])
    .filter(({ leaf }) => Date.parse(leaf.entry.at) >= begin && Date.parse(leaf.entry.at) <= end)
    .toSorted((one, other) => one.index - other.index)
  const told = isTold(read)
  return within.flatMap(({ index, leaf }, at): readonly Stretch[] => {
    const next = within[at + 1]?.index ?? index
    const numbers = Array.from({ length: Math.max(0, next - index - 1) }, (_, n) => index + 1 + n)
    const [first, ...more] = numbers.filter((number) => !told.has(number))
    const mayHaveEnded = isOverAs('HUB', leaf.entry.at, [new Date(manifest.askedAt), now])
    return first === undefined || mayHaveEnded ? [] : [{ from: first, to: first + 1 + more.length }]
  })
}

/** Of each stretch where it begins, and how many there are. */
export const silentInWords = (
  manifest: Manifest | undefined,
  read: ReadOfExport,
  now: Date | undefined,
): readonly string[] => {
  const stretches = manifest === undefined ? [] : silentIn(manifest, read, now)
  return stretches.map(
    ({ from, to }) =>
      `The export is of all entries of a time, and between others of it ${to - from} of the log's, from number ${from} on, are not there. They may be of another time and have been sealed late, or were left out: GET /v1/audit/entries?since=${from}, or a copy of the log, tells which.`,
  )
}
