/** Decided here: a receipt, by which whoever holds it proves that one entry stands in the log. @see https://c2sp.org/tlog-proof */
import type { Hash } from './merkle.ts'

/** The leaf as its line, where it stands, what leads from it to the root, and the signed note of that root. */
export type Receipt = {
  readonly line: string
  readonly index: number
  readonly proof: readonly Hash[]
  readonly note: string
}

export const receiptHeader = 'c2sp.org/tlog-proof@v1'

/** The receipt as text; the leaf's line is its extra data, so that nothing else is needed beside the key. */
export const receiptText = ({ line, index, proof, note }: Receipt): string =>
  [
    receiptHeader,
    `extra ${Buffer.from(line).toString('base64')}`,
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
    '',
    note,
  ].join('\n')

const extraPattern =
  /^extra (?<extra>(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/
const indexPattern = /^index (?<index>0|[1-9]\d{0,15})$/
const hashPattern = /^[A-Za-z0-9+/]{43}=$/

/** Undefined for what no {@link receiptText} wrote, to the byte. */
export const readReceipt = (text: string): Receipt | undefined => {
  const end = text.indexOf('\n\n')
  const [header, extra = '', index = '', ...hashes] = text.slice(0, Math.max(0, end)).split('\n')
  const line = Buffer.from(extraPattern.exec(extra)?.groups?.['extra'] ?? '', 'base64').toString()
  const at = indexPattern.exec(index)?.groups?.['index']
  if (header !== receiptHeader || at === undefined) return undefined
  if (!hashes.every((hash) => hashPattern.test(hash))) return undefined
  const proof = hashes.map((hash) => Buffer.from(hash, 'base64'))
  const receipt = { line, index: Number(at), proof, note: text.slice(end + 2) }
  return receiptText(receipt) === text ? receipt : undefined
}
