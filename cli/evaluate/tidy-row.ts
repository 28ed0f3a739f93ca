import type { columns } from './columns.ts'

export type Row = Partial<Readonly<Record<(typeof columns)[number], string>>>
type Column = keyof Row

/** Columns of digits: what pandas makes a float of when one cell is empty, and a spreadsheet a number. */
const ofDigits = [
  'birth_year',
  'birth_month',
  'birth_day',
  'house_number',
  'phone',
  'identifier',
] as const satisfies readonly Column[]
type DigitColumn = (typeof ofDigits)[number]

const isNothing = /^(?:nan|none|null|nat|<na>|#n\/a)$/i
const ofFloat = /^(\d+)\.0+$/
/** 9.43477E+09: the digits behind the first are lost. */
const isRounded = /^\d(?:\.\d+)?e\+?\d+$/i
const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
/** What a spreadsheet makes of "5-6". */
const isMadeDate = new RegExp(`^(?:\\d{1,2}-(?:${month})|(?:${month})-\\d{2})$`, 'i')

const within = (least: number, most: number) => (text: string) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most

const isReadable: Readonly<Record<DigitColumn, (text: string) => boolean>> = {
  birth_year: within(1000, 9999),
  birth_month: within(1, 12),
  birth_day: within(1, 31),
  house_number: (text) => !isMadeDate.test(text),
  phone: (text) => !isRounded.test(text),
  identifier: (text) => !isRounded.test(text),
}

const tidied = (text: string): string => (isNothing.test(text) ? '' : text.replace(ofFloat, '$1'))

/** A row with its digits as they were before a program made numbers of them. `unreadable` cells are emptied. */
export const tidyRow = (
  row: Row,
): { readonly row: Row; readonly unreadable: readonly Column[] } => {
  const cells = ofDigits.map((column) => [column, tidied(row[column] ?? '')] as const)
  const unreadable = cells
    .filter(([column, text]) => text !== '' && !isReadable[column](text))
    .map(([column]) => column)
  const emptied = unreadable.map((column) => [column, ''] as const)
  return {
    row: { ...row, ...Object.fromEntries(cells), ...Object.fromEntries(emptied) },
    unreadable,
  }
}
