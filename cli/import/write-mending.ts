import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { flaws } from '../../shared/loading/flaws.ts'
import { rowKey } from '../../shared/loading/report.ts'
import { grouped, type Sorter } from '../../shared/loading/sorter.ts'
import type { Mending } from './local-pass.ts'
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
    for await (const { line, cells = [] } of linesOf(source.path)) {
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
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return JSON.stringify({ ...value, ...said })
  } catch {
    // It is no JSON.
  }
  return JSON.stringify({ hub_unreadable: text, ...said })
}

const headerOf = (source: Source): string =>
  source.kind === 'table'
    ? csvLine([...source.header, 'hub_codes', 'hub_fields', 'hub_what_to_do'])
    : ''

const statusesOf = async function* (toMend: Sorter<Mending>, file: string) {
  for await (const { key, items } of grouped(toMend.sorted()))
    if (key.startsWith(`${file} `)) yield { key, status: statusOf(items) }
}

/** Writes the rows of one file that are to be mended, as they stood, each with what is wrong; nothing where there is none. */
const writeOne = async (
  source: Source,
  folder: string,
  toMend: Sorter<Mending>,
): Promise<string | undefined> => {
  const statuses = statusesOf(toMend, source.file)
  let next = await statuses.next()
  if (next.done === true) return undefined
  const extension = source.kind === 'json' && source.form.kind === 'elements' ? '.ndjson' : ''
  const path = join(folder, `to-mend-${source.file}${extension}`)
  const file = createWriteStream(path, { mode: 0o600 })
  file.write(headerOf(source))
  for await (const { line, text } of rowsOf(source)) {
    if (next.done === true) break
    if (next.value.key !== rowKey({ file: source.file, line })) continue
    if (!file.write(text(next.value.status))) await once(file, 'drain')
    next = await statuses.next()
  }
  file.end()
  await once(file, 'finish')
  return path
}

/** The files that were written. They hold what they were made of: personal data, for this machine alone. */
export const writeMending = async (
  sources: readonly Source[],
  folder: string,
  toMend: Sorter<Mending>,
): Promise<readonly string[]> => {
  const written: string[] = []
  for (const source of sources) {
    const path = await writeOne(source, folder, toMend)
    if (path !== undefined) written.push(path)
  }
  return written
}
