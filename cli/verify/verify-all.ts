import { openByAny } from '../../shared/audit/checkpoint.ts'
import type { Held } from '../../shared/audit/held.ts'
import { readReceipt, receiptHeader } from '../../shared/audit/tlog-proof.ts'
import type { Examined } from '../../shared/audit/verify-log.ts'
import { nothing, type Outcome, together } from './outcome.ts'
import type { Keys } from './read-keys.ts'
import { type Files, isCopy, verifyCopy } from './verify-copy.ts'
import { isExport, noteOfExport, recordOfExport, verifyExport } from './verify-export.ts'
import { type Consistency, readConsistency, verifyNotes } from './verify-notes.ts'
import { verifyReceipt } from './verify-receipt.ts'

/** What somebody gives to be verified, by the name under which they gave it. */
export type Given =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'folder'; readonly name: string; readonly files: Files }

/** A file is a receipt, a consistency proof, or else a checkpoint that was kept. */
type Sorted = {
  readonly receipts: readonly { readonly name: string; readonly text: string }[]
  readonly proofs: readonly Consistency[]
  readonly notes: readonly string[]
}

const sorted = (given: readonly Given[]): Sorted => {
  const files = given.filter((one) => one.kind === 'file')
  const receipts = files.filter(({ text }) => text.startsWith(receiptHeader))
  const others = files
    .filter((file) => !receipts.includes(file))
    .map(({ text }) => ({ text, proof: readConsistency(text) }))
  return {
    receipts,
    proofs: others.flatMap(({ proof }) => proof ?? []),
    notes: others.flatMap(({ text, proof }) =>
      proof === undefined ? text : (proof.checkpoint ?? []),
    ),
  }
}

const ofReceipt = ({ name, text }: { name: string; text: string }, held: Held): Outcome => {
  const receipt = readReceipt(text)
  if (receipt !== undefined) return verifyReceipt(receipt, held)
  const sentence = `${name} begins as a receipt and is not one: something in it was changed or cut off.`
  return { ...nothing, faults: [{ what: 'RECEIPT_DAMAGED', sentence, place: name }] }
}

type Folder = Extract<Given, { kind: 'folder' }>

/** A copy of a log that was given, with what was found when it was looked at. */
type Copy = { readonly files: Files; readonly outcome: Outcome; readonly log: Examined }

const ofFolder = ({ name, files }: Folder, held: Held & Keys, copies: readonly Copy[]): Outcome => {
  const copy = copies.find((one) => one.files === files)
  if (copy !== undefined) return copy.outcome
  if (isExport(files)) return verifyExport(name, files, { ...held, log: copies[0]?.log })
  return {
    ...nothing,
    unread: [
      `${name} holds nothing to verify: neither bundles and checkpoints of ${held.origin} nor an export.`,
    ],
  }
}

/** Records of which somebody said in which version they stand, and of which nothing here is everything. */
const unasked = (
  folders: readonly Folder[],
  copies: readonly Copy[],
  { stands, ...keys }: Keys & Pick<Held, 'stands'>,
): Outcome => {
  const whole = folders.map(({ files }) => recordOfExport(files, keys))
  const records = copies.length > 0 ? [] : [...(stands?.keys() ?? [])]
  return {
    ...nothing,
    unread: records
      .filter((record) => !whole.includes(record))
      .map(
        (record) =>
          `--stands ${record}: neither a copy of the log nor an export of everything about this record was given.`,
      ),
  }
}

/** Everything that was given, each by itself and against the rest, at this moment; pure. */
export const verifyAll = (
  given: readonly Given[],
  keys: Keys & Pick<Held, 'now' | 'stands'>,
): Outcome => {
  const { receipts, proofs, notes } = sorted(given)
  const folders = given.filter((one) => one.kind === 'folder')
  const held = { ...keys, notes }
  const signed = [
    ...receipts.flatMap(({ text }) => readReceipt(text)?.note ?? []),
    ...folders.map(({ files }) => noteOfExport(files)),
  ]
  const opened = signed.filter((note) => openByAny(note, held) !== undefined)
  const holding = { ...held, notes: [...notes, ...opened] }
  const copies = folders
    .filter(({ files }) => isCopy(files, held.origin))
    .map(({ files }): Copy => ({ files, ...verifyCopy(files, holding) }))
  return together([
    ...folders.map((folder) => ofFolder(folder, holding, copies)),
    unasked(folders, copies, keys),
    ...receipts.map((receipt) => ofReceipt(receipt, held)),
    verifyNotes({ held, others: opened, proofs, isWithinCopy: copies.length > 0 }),
  ])
}
