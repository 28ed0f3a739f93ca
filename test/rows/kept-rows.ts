import { readFileSync, writeFileSync } from 'node:fs'
import { stage } from '../../infra/stages/local.ts'
import type { Written } from './story.ts'

/** Rows of every kind as the last release wrote them, one a line. */
export const rowsFile = new URL('rows.json', import.meta.url)

const bytesField = '$bytes'

const withoutBytes = (_name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { [bytesField]: Buffer.from(value).toString('base64') } : value

const withBytes = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && bytesField in value
    ? new Uint8Array(Buffer.from(String(value[bytesField]), 'base64'))
    : value

/** The stage's file alone names the code of an authority that is invented: here stands its key. */
const placeOfCode = (key: string): string => `<${key}>`
const { authorities } = stage.directory
const withoutCodes = (text: string): string =>
  authorities.reduce((all, { code, key }) => all.replaceAll(code, placeOfCode(key)), text)
const withCodes = (text: string): string =>
  authorities.reduce((all, { code, key }) => all.replaceAll(placeOfCode(key), code), text)

/** `change`: of the whole text, before it is read. */
export const readRows = (change = (text: string): string => text): readonly Written[] =>
  JSON.parse(change(withCodes(readFileSync(rowsFile, 'utf8'))), withBytes) as Written[]

export const writeRows = (rows: readonly Written[]): void => {
  const lines = rows.map((one) => JSON.stringify(one, withoutBytes))
  writeFileSync(rowsFile, withoutCodes(`[\n${lines.join(',\n')}\n]\n`))
}

/** Every field of a value, by its way from the top; of a list all items together. */
const fieldsOf = (value: unknown, way: string): string[] => {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [way]
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${way}[]`))
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, `${way}.${name}`))
}

/** What a key begins with; a moment is none. */
const wordOf = (key: string): string => (/^\d{4}-/.test(key) ? '*' : (key.split('#')[0] ?? ''))
const placeOf = ({ table, row: { pk, sk } }: Written): string =>
  `${table} ${wordOf(pk)} ${wordOf(sk)}`

/** The largest rows say the most. */
const sizeOf = ({ row }: Written): number => JSON.stringify(row).length

/** Of all that was written as few rows as have every field that any of their place has. */
export const varied = (written: readonly Written[]): readonly Written[] => {
  const seen = new Set<string>()
  return written
    .toSorted((one, other) => sizeOf(other) - sizeOf(one))
    .filter((one) => {
      const fields = fieldsOf(one.row, placeOf(one))
      const isNew = fields.some((field) => !seen.has(field))
      for (const field of fields) seen.add(field)
      return isNew
    })
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
}

const orderOf = (one: Written): string => `${placeOf(one)} ${one.row.pk} ${one.row.sk}`
