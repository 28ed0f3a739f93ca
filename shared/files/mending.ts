import { stringify } from 'csv-stringify/sync'
import { strictJson } from '../kernel/strict-json.ts'
import { flaws } from '../loading/flaws.ts'
import type { Mending } from '../loading/pass-over.ts'
import { rowKey } from '../loading/report.ts'
import { grouped, type Sorter } from '../loading/sorter.ts'
import { linesOf, objectsOf, type Source } from './read-files.ts'

type Status = { readonly codes: string; readonly fields: string; readonly mend: string }

const statusOf = (all: readonly Mending[]): Status => {
  const codes = [...new Set(all.map(({ code }) => code))]
  return {
    codes: codes.join(' '),
    fields: [...new Set(all.flatMap(({ fields }) => fields))].join(' '),
    mend: codes.map((code) => flaws[code].mend).join('. '),
  }
}

/** Cells as they were read, never as a formula of whoever opens the file. */
const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], { escape_formulas: true })

type Row = { readonly line: number; readonly text: (status: Status) => string }

async function* rowsOf(source: Source): AsyncGenerator<Row> {
  if (source.kind === 'table')
    for await (const { line, cells = [] } of linesOf(source.of)) {
      const padded = [
        ...cells,
        ...Array.from({ length: source.header.length - cells.length }, () => ''),
      ]
      yield {
        line,
        text: ({ codes, fields, mend }) => csvLine([...padded, codes, fields, mend]),
      }
    }
  else
    for await (const { line, text } of objectsOf(source))
      yield {
        line,
        text: ({ codes, fields, mend }) => {
          const said = { hub_codes: codes, hub_fields: fields, hub_what_to_do: mend }
          return `${withStatus(text, said)}\n`
        },
      }
}

/** What is no object has no room for what is wrong with it, and stands beside it as a text. */
const withStatus = (text: string, said: object): string => {
  const read = strictJson(text)
  const value = read.kind === 'json' ? read.value : undefined
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify({ ...value, ...said })
    : JSON.stringify({ hub_unreadable: text, ...said })
}

/** By which spreadsheets know that a file is UTF-8: without it they show, and save, another’s letters in every name. */
const utf8Mark = '\uFEFF'

const headerOf = (source: Source): string =>
  source.kind === 'table'
    ? utf8Mark + csvLine([...source.header, 'hub_codes', 'hub_fields', 'hub_what_to_do'])
    : ''

const statusesOf = async function* (toMend: Sorter<Mending>, file: string) {
  for await (const { key, items } of grouped(toMend.sorted()))
    if (key.startsWith(`${file} `)) yield { key, status: statusOf(items) }
}

/** What the file of rows to mend of this source is called. */
export const nameToMend = (source: Source): string =>
  `to-mend-${source.file}${source.kind === 'json' && source.form.kind === 'elements' ? '.ndjson' : ''}`

/** The rows of one file that are to be mended, as they stood, each with what is wrong, header first; nothing where there is none. They are personal data. */
export async function* textToMend(source: Source, toMend: Sorter<Mending>): AsyncGenerator<string> {
  const statuses = statusesOf(toMend, source.file)
  let next = await statuses.next()
  if (next.done === true) return
  yield headerOf(source)
  for await (const { line, text } of rowsOf(source)) {
    if (next.done === true) break
    if (next.value.key !== rowKey({ file: source.file, line })) continue
    yield text(next.value.status)
    next = await statuses.next()
  }
}
