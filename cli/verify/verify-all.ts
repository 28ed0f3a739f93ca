import { openByAny, readVerifierKey } from '../../shared/audit/checkpoint.ts'
import type { Held } from '../../shared/audit/held.ts'
import { readReceipt, receiptHeader } from '../../shared/audit/tlog-proof.ts'
import { nothing, type Outcome, together } from './outcome.ts'
import { type Files, isCopy, verifyCopy } from './verify-copy.ts'
import { type Consistency, readConsistency, verifyNotes } from './verify-notes.ts'
import { verifyReceipt } from './verify-receipt.ts'

/** What somebody gives to be verified, by the name under which they gave it. */
export type Given =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'folder'; readonly name: string; readonly files: Files }

/** The keys of one log, from the lines of a file or an argument; undefined where one is none, or they are of two logs. */
export const readKeys = (text: string): Omit<Held, 'notes'> | undefined => {
  const lines = text.split('\n').map((line) => line.trim())
  const keys = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => readVerifierKey(line))
  const [first] = keys
  if (first === undefined || !keys.every((key) => key?.name === first.name)) return undefined
  return {
    origin: first.name,
    publicKeys: keys.flatMap((key) => (key === undefined ? [] : [key.publicKey])),
  }
}

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
    notes: others.filter(({ proof }) => proof === undefined).map(({ text }) => text),
  }
}

const ofReceipt = ({ name, text }: { name: string; text: string }, held: Held): Outcome => {
  const receipt = readReceipt(text)
  if (receipt !== undefined) return verifyReceipt(receipt, held)
  const sentence = `${name} begins as a receipt and is not one: something in it was changed or cut off.`
  return { ...nothing, faults: [{ what: 'RECEIPT_DAMAGED', sentence, place: name }] }
}

const ofFolder = ({ name, files }: { name: string; files: Files }, held: Held): Outcome =>
  isCopy(files, held.origin)
    ? verifyCopy(files, held)
    : {
        ...nothing,
        unread: [
          `${name} holds nothing to verify: neither bundles and checkpoints of ${held.origin} nor an export.`,
        ],
      }

/** Everything that was given, each by itself and against the rest; pure. */
export const verifyAll = (given: readonly Given[], keys: Omit<Held, 'notes'>): Outcome => {
  const { receipts, proofs, notes } = sorted(given)
  const folders = given.filter((one) => one.kind === 'folder')
  const held = { ...keys, notes }
  const signed = receipts.flatMap(({ text }) => readReceipt(text)?.note ?? [])
  const opened = signed.filter((note) => openByAny(note, held) !== undefined)
  return together([
    ...folders.map((folder) => ofFolder(folder, { ...held, notes: [...notes, ...opened] })),
    ...receipts.map((receipt) => ofReceipt(receipt, held)),
    verifyNotes({
      held,
      others: opened,
      proofs,
      isWithinCopy: folders.some(({ files }) => isCopy(files, held.origin)),
    }),
  ])
}
