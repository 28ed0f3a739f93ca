/** Decided here: the files of an export, and that each is made of the sealed entries alone, so that anybody can make it again. */
import { leafText } from '../leaf-text.ts'
import type { Hash } from '../merkle.ts'
import type { Leaf } from '../sealed-leaf.ts'
import { auditEventsOf } from './audit-events-of.ts'
import { csvHeader, csvOfEntry } from './csv-of-entry.ts'

/** An entry of an export: its leaf, where it stands, and what leads from it to the root. */
export type Exported = {
  readonly index: number
  readonly leaf: Leaf
  readonly proof: readonly Hash[]
}

/** What each file holds of one entry. */
const perEntry = {
  /** The leaf, as it was sealed. */
  'entries.ndjson': ({ leaf }: Exported) => `${leafText(leaf)}\n`,
  'entries.csv': ({ index, leaf }: Exported) => csvOfEntry(index, leaf.entry),
  'audit-events.ndjson': ({ leaf }: Exported) => auditEventsOf(leaf.entry),
  /** Of each line of entries one: its index and the hashes of its inclusion proof, as C2SP's tlog-proof has them. */
  'proofs.txt': ({ index, proof }: Exported) =>
    `${[String(index), ...proof.map((hash) => hash.toString('base64'))].join(' ')}\n`,
} as const satisfies Record<string, (one: Exported) => string>

export type ExportFile = keyof typeof perEntry

export const exportFiles = [
  'entries.ndjson',
  'entries.csv',
  'audit-events.ndjson',
  'proofs.txt',
] as const satisfies readonly ExportFile[]

/** What stands in a file before the first entry. */
export const headOf = (file: ExportFile): string => (file === 'entries.csv' ? csvHeader : '')

/** What a file holds of one entry. */
export const textIn = (file: ExportFile, one: Exported): string => perEntry[file](one)

const hashPattern = /^[A-Za-z0-9+/]{43}=$/
const indexPattern = /^(?:0|[1-9]\d{0,15})$/

/** A line of proofs; undefined for what is none. */
export const readProof = (
  line: string,
): { readonly index: number; readonly proof: readonly Hash[] } | undefined => {
  const [index = '', ...hashes] = line.split(' ')
  return indexPattern.test(index) && hashes.every((hash) => hashPattern.test(hash))
    ? { index: Number(index), proof: hashes.map((hash) => Buffer.from(hash, 'base64')) }
    : undefined
}
