import { type Checkpoint, openByAny, openNote } from '../../shared/audit/checkpoint.ts'
import { exportFiles } from '../../shared/audit/export/export-files.ts'
import { exportKeyName, type Manifest, readManifest } from '../../shared/audit/export/manifest.ts'
import { leafHash } from '../../shared/audit/merkle.ts'
import { verifyInclusion } from '../../shared/audit/merkle-verify.ts'
import { type BesideExport, completenessOf } from './completeness.ts'
import { type ReadEntry, readEntries, wrongFiles } from './files-of-export.ts'
import { entryInWords } from './finding-in-words.ts'
import { type Fault, fault, nothing, type Outcome } from './outcome.ts'
import type { Keys } from './read-keys.ts'
import type { Files } from './verify-copy.ts'
import { wholeRecordOf } from './versions-of-export.ts'

const manifestName = 'manifest'
const checkpointName = 'checkpoint'
const expected: readonly string[] = [manifestName, checkpointName, ...exportFiles]

/** Whether a folder holds an export, or what is left of one. */
export const isExport = (files: Files): boolean =>
  [...files.keys()].filter((name) => expected.includes(name)).length > 1

/** The checkpoint of an export, for it is held against those that were kept. */
export const noteOfExport = (files: Files): string => files.get(checkpointName)?.toString() ?? ''

/** Only what is text in one way: a byte that is none would be read as another. */
const textOf = (bytes: Buffer | undefined): string | undefined => {
  const text = bytes?.toString()
  return text !== undefined && bytes?.equals(Buffer.from(text)) === true ? text : undefined
}

/** An export: its signatures, that every entry stands in the log, and that every other file is made of the entries. */
export const verifyExport = (name: string, files: Files, held: Keys & BesideExport): Outcome => {
  const { origin, publicKeys, exportKeys } = held
  if (exportKeys.length === 0)
    return {
      ...nothing,
      unread: [
        `${name} is an export, and no key ${exportKeyName(origin)} was given: checkpoint-key show prints it beside the log's.`,
      ],
    }
  const manifest = manifestOf(files, held)
  const checkpoint = openByAny(textOf(files.get(checkpointName)) ?? '', { origin, publicKeys })
  const read = readEntries(files)
  const complete = manifest && completenessOf(manifest, read, held)
  const faults = [
    ...unknownFiles(files),
    ...(manifest === undefined ? [notSigned(name)] : []),
    ...wrongCheckpoint(checkpoint, manifest),
    ...(checkpoint === undefined ? [] : wrongEntries(read, checkpoint)),
    ...wrongFiles(files, read, manifest),
    ...(complete?.faults ?? []),
  ]
  const checked =
    manifest === undefined ? [] : [...checkedIn(manifest), ...(complete?.checked ?? [])]
  return { ...nothing, ...complete, faults, checked: faults.length === 0 ? checked : [] }
}

/** The record of which an export is everything, by its signed question. */
export const recordOfExport = (files: Files, keys: Keys): string | undefined => {
  const manifest = manifestOf(files, keys)
  return manifest && wholeRecordOf(manifest)
}

const manifestOf = (files: Files, { origin, exportKeys }: Keys): Manifest | undefined => {
  const note = textOf(files.get(manifestName)) ?? ''
  const text = exportKeys
    .map((publicKey) => openNote(note, { name: exportKeyName(origin), publicKey }))
    .find((opened) => opened !== undefined)
  return text === undefined ? undefined : readManifest(text)
}
const notSigned = (name: string): Fault =>
  fault(
    'MANIFEST_NOT_SIGNED',
    `The manifest of ${name} is missing, was changed, or is not signed by the key for exports.`,
    { place: manifestName },
  )

const checkedIn = ({ checkpoint, askedBy, askedAt, question, entries }: Manifest) => [
  `Export: asked by ${askedBy}, ${askedAt}, question ${question}; its manifest is signed, and every byte of its files is as it was signed.`,
  `Inclusion: each of its ${entries} entries stands in the log of ${checkpoint.size} entries of ${checkpoint.origin}, which is signed.`,
  'Copies: the table and the FHIR events are made of these entries, line by line.',
]

const unknownFiles = (files: Files): readonly Fault[] =>
  [...files.keys()]
    .filter((name) => !expected.includes(name))
    .map((name) =>
      fault('FILE_UNKNOWN', `${name} lies in the export and is no part of it.`, { place: name }),
    )

const wrongCheckpoint = (
  checkpoint: Checkpoint | undefined,
  manifest: Manifest | undefined,
): readonly Fault[] => {
  const place = checkpointName
  if (checkpoint === undefined)
    return [
      fault(
        'CHECKPOINT_NOT_SIGNED',
        'The checkpoint of the export is missing, was changed, or is not signed by a key of the log.',
        { place },
      ),
    ]
  const said = manifest?.checkpoint
  const isSame =
    said === undefined ||
    (said.origin === checkpoint.origin &&
      said.size === checkpoint.size &&
      said.root.equals(checkpoint.root))
  return isSame
    ? []
    : [fault('CHECKPOINT_DIFFERS', 'The checkpoint is not that of the manifest.', { place })]
}

const wrongEntries = (read: readonly ReadEntry[], { size, root }: Checkpoint): readonly Fault[] => {
  const seen = new Set<number>()
  return read.flatMap(({ line, exported }, at): Fault[] => {
    const place = `entries.ndjson line ${at + 1}`
    if (exported === undefined)
      return [
        fault(
          'ENTRY_UNREADABLE',
          `Line ${at + 1} of entries.ndjson, or its line of proofs.txt, is not as the hub writes them.`,
          { place },
        ),
      ]
    const { index, leaf, proof } = exported
    const about = { place, index, entryId: leaf.entry.entryId }
    const isTwice = seen.has(index)
    seen.add(index)
    if (isTwice)
      return [fault('ENTRY_TWICE', `${entryInWords(index, leaf)} stands there twice.`, about)]
    return verifyInclusion({ index, size, leaf: leafHash(line), proof, root })
      ? []
      : [
          fault(
            'NOT_INCLUDED',
            `Line ${at + 1} of entries.ndjson, ${entryInWords(index, leaf)}, is not in the log of ${size} entries as it stands here: the entry, its number or its proof was changed.`,
            about,
          ),
        ]
  })
}
