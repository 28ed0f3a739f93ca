import type { Exported } from '../../shared/audit/export/export-files.ts'
import type { Manifest } from '../../shared/audit/export/manifest.ts'
import { type Series, settledSeriesOf } from '../../shared/audit/object-versions.ts'
import { faultOf } from './finding-in-words.ts'
import type { Fault } from './outcome.ts'

/** What a question about one record alone holds, and no other. */
const ofWholeRecord = ['from', 'subject', 'to']

/** Within this of the end a change may be sealed before the one before it: minutes, where seconds are usual. */
const unsettledMs = 10 * 60_000

/** The record of which a question asks for everything; a narrower one leaves entries out that are there. */
const wholeRecordOf = (asked: URLSearchParams): string | undefined => {
  const parts = [...asked.keys()].toSorted()
  const isWhole =
    parts.length === ofWholeRecord.length &&
    parts.every((part, at) => part === ofWholeRecord[at]) &&
    asked.get('from') === 'the-beginning'
  return isWhole ? (asked.get('subject') ?? undefined) : undefined
}

/** The versions of the record that an export is about, where it is about all of one; of others it holds only what they share. */
export const seriesAskedFor = (
  { question }: Pick<Manifest, 'question'>,
  read: readonly { readonly exported: Exported | undefined }[],
): readonly Series[] | undefined => {
  const asked = new URLSearchParams(question)
  const record = wholeRecordOf(asked)
  if (record === undefined) return undefined
  const leaves = read.flatMap(({ exported }) =>
    exported === undefined ? [] : [{ leaf: exported.leaf }],
  )
  const end = Date.parse(asked.get('to') ?? '') - unsettledMs
  const settled = leaves.filter(({ leaf }) => Date.parse(leaf.entry.at) <= end)
  return settledSeriesOf(leaves, settled).filter((series) => series.record === record)
}

export const missingVersions = (series: readonly Series[] = []): readonly Fault[] =>
  series.flatMap(({ object, missing }) =>
    missing.map((index) =>
      faultOf({ what: 'VERSION_MISSING', index, place: object }, () => undefined),
    ),
  )

export const versionsInWords = (series: readonly Series[] = []): readonly string[] =>
  series.map(
    ({ object, first, last }) =>
      `Completeness: of ${object}, every version from ${first} to ${last} has its entry.`,
  )
