import type { Manifest } from '../../shared/audit/export/manifest.ts'
import type { Held } from '../../shared/audit/held.ts'
import type { Series } from '../../shared/audit/object-versions.ts'
import { isToldAside } from '../../shared/audit/set-aside.ts'
import type { Examined } from '../../shared/audit/verify-log.ts'
import { leftOut, silentInWords } from './leaves-of-export.ts'
import type { Outcome } from './outcome.ts'
import {
  missingIn,
  missingVersions,
  notToldOf,
  type ReadOfExport,
  seriesAskedFor,
  versionsInWords,
} from './versions-of-export.ts'

/** What whoever verifies holds beside the export; the log, where a copy of it is given too. */
export type BesideExport = Pick<Held, 'now' | 'stands'> & {
  readonly log?: Pick<Examined, 'leaves' | 'judge'> | undefined
}

/** What an export leaves out, as far as it can be told. */
export const completenessOf = (
  manifest: Manifest,
  read: ReadOfExport,
  { log, ...held }: BesideExport,
): Outcome => {
  const series = seriesAskedFor(manifest, read, held)
  const missing = missingIn(series, manifest, held.now)
  const isCovered = log !== undefined && log.leaves.length >= manifest.checkpoint.size
  return {
    checked: [
      ...versionsInWords(series, held),
      ...(isCovered
        ? ['Completeness: every entry of the log that answers its question is in the export.']
        : []),
    ],
    faults: [
      ...missingVersions(missing),
      ...(log === undefined ? [] : leftOut(manifest, read, log)),
    ],
    untold: [
      ...(isCovered ? [] : [everything]),
      ...ofRecord(series, held),
      ...notToldOf(missing),
      ...unsealedInWords(manifest),
      ...(isCovered ? [] : asidesInWords(read)),
    ],
    unread: isCovered ? [] : silentInWords(manifest, read, held.now),
  }
}

const everything =
  'Whether an export holds every entry that answers its question: the hub signed that it does. Give a copy of the log beside it (its bundles and checkpoints), and it is looked for.'

const ofRecord = (
  series: readonly Series[] | undefined,
  { stands }: Pick<Held, 'stands'>,
): readonly string[] =>
  series === undefined
    ? [
        'Whether a record’s entries leave out one of its versions: that needs a question about the record alone, from the beginning, by nothing else.',
      ]
    : series
        .filter(({ record }) => stands?.has(record) !== true)
        .map(
          ({ object, record, last }) =>
            `Whether ${object} came into a later version than ${last}: whoever holds the record knows in which it stands (--stands ${record}=VERSION).`,
        )

const unsealedInWords = ({ unsealed }: Manifest): readonly string[] =>
  unsealed === 0
    ? []
    : [
        `What ${unsealed} more say that answer the question and were not sealed and signed when the export began: ask for it again.`,
      ]

const asidesInWords = (read: ReadOfExport): readonly string[] => {
  const count = read.filter(({ exported }) => isToldAside(exported?.leaf)).length
  return count === 0
    ? []
    : [
        `Whether the log holds by now what could not be sealed at first, of which ${count} of these entries tell (ENTRY_SET_ASIDE): a copy of the log tells.`,
      ]
}
