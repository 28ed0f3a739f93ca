/** Decided here: entries as a spreadsheet reads them, in which nothing that was entered can run. @see RFC 4180 */
import { canonicalJson } from '../canonical-json.ts'
import type { SealableEntry } from '../sealed-leaf.ts'

const named = [
  'at',
  'entryId',
  'action',
  'outcome',
  'actor',
  'practitioner',
  'agency',
  'authority',
  'subjects',
  'rule',
  'policyVersion',
  'requestId',
] as const

/** A spreadsheet takes what begins so for a formula; behind an apostrophe it is text. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const cell = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`

const textOf = (value: unknown): string => {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(textOf).join(' ') : canonicalJson(value)
}

/** One record of a table for a spreadsheet. */
export const lineOf = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** The names of the columns; the first is the number of the leaf, and the last holds whatever has no column of its own, as JSON. */
export const csvHeader = lineOf(['index', ...named, 'more'])

/** One entry, one record. */
export const csvOfEntry = (index: number, entry: SealableEntry): string => {
  const more = Object.fromEntries(
    Object.entries(entry).filter(([name]) => !named.some((one) => one === name)),
  )
  return lineOf([
    String(index),
    ...named.map((name) => textOf(entry[name])),
    Object.keys(more).length === 0 ? '' : canonicalJson(more),
  ])
}
