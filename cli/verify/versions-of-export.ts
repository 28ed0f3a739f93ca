import type { Exported } from '../../shared/audit/export/export-files.ts'
import type { Manifest } from '../../shared/audit/export/manifest.ts'
import type { Held } from '../../shared/audit/held.ts'
import { firstEntries, isOverAs } from '../../shared/audit/keeping.ts'
import { ofKind } from '../../shared/audit/named-versions.ts'
import { type Gap, type Series, settledSeriesOf } from '../../shared/audit/object-versions.ts'
import { faultOf } from './finding-in-words.ts'
import type { Fault } from './outcome.ts'

/** What a question about one record alone holds, and no other. */
const ofWholeRecord = ['from', 'subject', 'to']

/** Within this of the end a change may be sealed before the one before it: minutes, where seconds are usual. */
export const unsettledMs = 10 * 60_000

/** The record of which a question asks for everything; a narrower one leaves entries out that are there. */
export const wholeRecordOf = ({ question }: Pick<Manifest, 'question'>): string | undefined => {
  const asked = new URLSearchParams(question)
  const parts = [...asked.keys()].toSorted()
  const isWhole =
    parts.length === ofWholeRecord.length &&
    parts.every((part, at) => part === ofWholeRecord[at]) &&
    asked.get('from') === 'the-beginning'
  return isWhole ? (asked.get('subject') ?? undefined) : undefined
}

export type ReadOfExport = readonly { readonly exported: Exported | undefined }[]

/** The versions of the record that an export is about, where it is about all of one; of others it holds only what they share. */
export const seriesAskedFor = (
  manifest: Pick<Manifest, 'question'>,
  read: ReadOfExport,
  { stands = new Map() }: Pick<Held, 'stands'>,
): readonly Series[] | undefined => {
  const record = wholeRecordOf(manifest)
  if (record === undefined) return undefined
  const leaves = read.flatMap(({ exported }) =>
    exported === undefined ? [] : [{ leaf: exported.leaf }],
  )
  const end = Date.parse(new URLSearchParams(manifest.question).get('to') ?? '') - unsettledMs
  const settled = leaves.filter(({ leaf }) => Date.parse(leaf.entry.at) <= end)
  const version = stands.get(record)
  const own = new Map(version === undefined ? [] : [[record, version]])
  return settledSeriesOf(leaves, settled, own).filter((series) => series.record === record)
}

/** Why a version may have no entry here though nobody took one away. */
type Reason = 'ENDED' | 'NOT_SEALED'

export type Missing = Gap & { readonly object: string; readonly reason: Reason | undefined }

/**
 * What is missing, and why it may be. An entry has no proof once its time is over; it cannot be over while the nearest version
 * before it is kept still by every clock, for it was made later. And as many of the last as waited to be sealed may be among these.
 */
export const missingIn = (
  series: readonly Series[] | undefined,
  { askedAt, unsealed }: Pick<Manifest, 'askedAt' | 'unsealed'>,
  now: Date = new Date(Number.NaN),
): readonly Missing[] =>
  (series ?? []).flatMap(({ kind, object, last, missing }) => {
    const later = missing.filter(({ version }) => version > last).length
    const reasonOf = ({ version, after = firstEntries }: Gap): Reason | undefined => {
      if (isOverAs(ofKind[kind].keeping, after, [new Date(askedAt), now])) return 'ENDED'
      return version > last && later <= unsealed ? 'NOT_SEALED' : undefined
    }
    return missing.map((gap) => ({ ...gap, object, reason: reasonOf(gap) }))
  })

export const missingVersions = (missing: readonly Missing[]): readonly Fault[] =>
  missing
    .filter(({ reason }) => reason === undefined)
    .map(({ version: index, object: place }) =>
      faultOf({ what: 'VERSION_MISSING', index, place }, () => undefined),
    )

const whyInWords = {
  ENDED:
    'it may have been deleted at the end of its time: a copy of the log, with the entries that say what was, tells',
  NOT_SEALED:
    'it may be among the entries that were not sealed when the export began: ask for it again',
} as const satisfies Record<Reason, string>

export const notToldOf = (missing: readonly Missing[]): readonly string[] =>
  missing.flatMap(({ version, object, reason }) =>
    reason === undefined
      ? []
      : [`Where the entry of version ${version} of ${object} is: ${whyInWords[reason]}.`],
  )

export const versionsInWords = (
  series: readonly Series[] = [],
  { stands }: Pick<Held, 'stands'>,
): readonly string[] =>
  series.map(
    (one) =>
      `Completeness: of ${one.object}, every version from ${one.first} to ${one.last}${stands?.has(one.record) === true ? ', in which it stands,' : ''} has its entry.`,
  )
