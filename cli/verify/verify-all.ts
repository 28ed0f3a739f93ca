import { openByAny } from '../../shared/audit/checkpoint.ts'
import type { Held } from '../../shared/audit/held.ts'
import { readReceipt, receiptHeader } from '../../shared/audit/tlog-proof.ts'
import { nothing, type Outcome, together } from './outcome.ts'
import type { Keys } from './read-keys.ts'
import { type Files, isCopy, verifyCopy } from './verify-copy.ts'
import { isExport, noteOfExport, verifyExport } from './verify-export.ts'
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

const ofFolder = (
  { name, files }: { readonly name: string; readonly files: Files },
  held: Held,
  keys: Keys,
): Outcome => {
  if (isCopy(files, held.origin)) return verifyCopy(files, held)
  if (isExport(files)) return verifyExport(name, files, keys)
  return {
    ...nothing,
    unread: [
      `${name} holds nothing to verify: neither bundles and checkpoints of ${held.origin} nor an export.`,
    ],
  }
}

/** Everything that was given, each by itself and against the rest, at this moment; pure. */
export const verifyAll = (given: readonly Given[], keys: Keys & Pick<Held, 'now'>): Outcome => {
  const { receipts, proofs, notes } = sorted(given)
  const folders = given.filter((one) => one.kind === 'folder')
  const held = { ...keys, notes }
  const signed = [
    ...receipts.flatMap(({ text }) => readReceipt(text)?.note ?? []),
    ...folders.map(({ files }) => noteOfExport(files)),
  ]
  const opened = signed.filter((note) => openByAny(note, held) !== undefined)
  return together([
    ...folders.map((folder) => ofFolder(folder, { ...held, notes: [...notes, ...opened] }, keys)),
    ...receipts.map((receipt) => ofReceipt(receipt, held)),
    verifyNotes({
      held,
      others: opened,
      proofs,
      isWithinCopy: folders.some(({ files }) => isCopy(files, held.origin)),
    }),
  ])
}
