import { createHash } from 'node:crypto'
import {
  type Exported,
  type ExportFile,
  exportFiles,
  headOf,
  readProof,
  textIn,
} from '../../shared/audit/export/export-files.ts'
import type { Manifest } from '../../shared/audit/export/manifest.ts'
import { leafOfLine } from '../../shared/audit/leaf-text.ts'
import { type Fault, fault } from './outcome.ts'
import type { Files } from './verify-copy.ts'

/** The lines of a text, each with its end. */
const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line, at, all) => (at < all.length - 1 ? `${line}\n` : line))
    .filter((line) => line !== '')

export type ReadEntry = { readonly line: string; readonly exported: Exported | undefined }

/** What an export says of each entry; unreadable where a line is not as the hub writes lines. */
export const readEntries = (files: Files): readonly ReadEntry[] => {
  const proofs = linesIn(files.get('proofs.txt')?.toString() ?? '')
  return linesIn(files.get('entries.ndjson')?.toString() ?? '').map((whole, at) => {
    const line = whole.replace(/\n$/, '')
    const leaf = leafOfLine(line)
    const proof = readProof((proofs[at] ?? '').replace(/\n$/, ''))
    return { line, exported: leaf && proof && { leaf, ...proof } }
  })
}

/** Each file against what the manifest has of it; of one that differs, where it begins to differ from what the entries make. */
export const wrongFiles = (
  files: Files,
  read: readonly ReadEntry[],
  manifest: Manifest | undefined,
): readonly Fault[] =>
  exportFiles.flatMap((name): Fault[] => {
    const bytes = files.get(name)
    if (bytes === undefined)
      return [fault('FILE_MISSING', `${name} is missing from the export.`, { place: name })]
    const where = firstOther(name, bytes, read)
    const place = where === undefined ? name : `${name} line ${where}`
    const made =
      where === undefined
        ? []
        : [
            fault(
              'FILE_DIFFERS',
              `${name} is not what the entries make of it, from line ${where} on.`,
              { place },
            ),
          ]
    return [...made, ...wrongSum(name, bytes, { manifest, read, place })]
  })

const wrongSum = (
  name: ExportFile,
  bytes: Buffer,
  {
    manifest,
    read,
    place,
  }: {
    readonly manifest: Manifest | undefined
    readonly read: readonly ReadEntry[]
    readonly place: string
  },
): readonly Fault[] => {
  if (manifest === undefined) return []
  const { sha256 } = manifest.files[name]
  const isSigned =
    manifest.files[name].bytes === bytes.length &&
    createHash('sha256').update(bytes).digest('hex') === sha256 &&
    manifest.entries === read.length
  return isSigned
    ? []
    : [
        fault('FILE_CHANGED', `${name} is not, to the byte, what was signed (${place}).`, {
          place,
        }),
      ]
}

/** Number of the first line that is not what the entries make; undefined when all are. */
const firstOther = (
  name: ExportFile,
  bytes: Buffer,
  read: readonly ReadEntry[],
): number | undefined => {
  const made = [
    headOf(name),
    ...read.map(({ exported }) => (exported === undefined ? '' : textIn(name, exported))),
  ].join('')
  if (bytes.equals(Buffer.from(made))) return undefined
  const [own, other] = [linesIn(bytes.toString()), linesIn(made)]
  const at = own.findIndex((line, number) => line !== other[number])
  return (at === -1 ? own.length : at) + 1
}
