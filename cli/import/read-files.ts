import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import type { Read } from '../../shared/loading/fact.ts'
import { elementsOf } from '../../shared/loading/json/elements.ts'
import { readElement } from '../../shared/loading/json/read-element.ts'
import { type JsonForm, recogniseJson } from '../../shared/loading/json/recognise-json.ts'
import { type Recognised, recogniseTable, recogniseXml } from '../../shared/loading/recognise.ts'
import { type Line, readTable, type TableForm } from '../../shared/loading/tables/table.ts'
import { fed, textOf } from '../evaluate/decode.ts'
import { InputError } from '../evaluate/input-error.ts'
import { linesOf as textLinesOf } from '../ndjson.ts'

/** A file with what it turned out to be. */
export type Source = { readonly path: string; readonly file: string } & (
  | { readonly kind: 'table'; readonly form: TableForm; readonly header: readonly string[] }
  | { readonly kind: 'json'; readonly form: JsonForm }
)

const startBytes = 8_192

const startOf = async (path: string): Promise<string> => {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new InputError(`${path}: cannot be read`, { cause })
  })
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0)
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '')
  } finally {
    await file.close()
  }
}

type CsvRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

const asInputError = (file: string, error: unknown): InputError => {
  if (error instanceof InputError) return error
  const line = error instanceof CsvError ? ` at line ${String(error['lines'])}` : ''
  const what = `${file}: cannot be read as CSV${line}: is a quotation mark not closed?`
  return new InputError(what, { cause: error })
}

/** A row of the file, with the line on which it ends; a quotation mark inside a cell is read as it stands. */
async function* rowsOf(path: string): AsyncGenerator<CsvRow> {
  const rows = parse({
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })
  try {
    yield* fed(path, rows) as AsyncIterable<CsvRow>
  } catch (error) {
    throw asInputError(basename(path), error)
  }
}

/** The rows of a CSV file, its header first. @throws InputError where it cannot be read */
export async function* recordsOf(path: string): AsyncGenerator<readonly string[]> {
  for await (const { record } of rowsOf(path)) yield record
}

const headerOf = async (path: string): Promise<readonly string[]> => {
  for await (const { record } of rowsOf(path)) return record
  return []
}

const refuse = (file: string, recognised: Recognised): never => {
  if (recognised.kind === 'refused')
    throw new InputError(`${file}: is a ${recognised.what}: ${recognised.why}`)
  throw new InputError(
    `${file}: is of no form that is loaded: its header names neither a table of the Standard Safeguarding Dataset nor the columns of children.csv or relationships.csv (docs/loading.md)`,
  )
}

const sourceOf = async (path: string): Promise<Source> => {
  const file = basename(path)
  const start = (await startOf(path)).trimStart()
  if (start.startsWith('<')) return refuse(file, recogniseXml(start))
  if (/^[[{]/.test(start)) return { path, file, kind: 'json', form: recogniseJson(start) }
  const header = await headerOf(path)
  const recognised = recogniseTable(header)
  if (recognised.kind !== 'table') return refuse(file, recognised)
  return { path, file, kind: 'table', form: recognised.form, header }
}

const filesIn = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch((cause: unknown) => {
    throw new InputError(`${path}: cannot be read`, { cause })
  })
  if (!found.isDirectory()) return [path]
  const names = await readdir(path)
  return names
    .filter((name) => /\.(?:csv|json|ndjson|xml|txt)$/i.test(name))
    .toSorted()
    .map((name) => join(path, name))
}

/** Every file named, and those of every folder named, with what each is. @throws InputError of what cannot make a register */
export const sourcesOf = async (paths: readonly string[]): Promise<readonly Source[]> => {
  const files = (await Promise.all(paths.map(filesIn))).flat()
  if (files.length === 0) throw new InputError('there is no file to load')
  const names = files.map((path) => basename(path))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new InputError(`${twice}: two files have this name`)
  return Promise.all(files.map(sourceOf))
}

/** Rows of a table after its header. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  let isHeader = true
  for await (const { record, info } of rowsOf(path)) {
    if (!isHeader) yield { line: info.lines, cells: record }
    isHeader = false
  }
}

/** Objects of a file of JSON, counted from 1. */
export async function* objectsOf(
  source: Extract<Source, { readonly kind: 'json' }>,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const { path, form } = source
  const texts =
    form.kind === 'lines' ? textLinesOf(textOf(path)) : elementsOf(textOf(path), form.within)
  let line = 0
  for await (const text of texts) {
    line += 1
    if (text.trim() !== '') yield { line, text }
  }
}

/** What all files tell, one row after another. */
export async function* readsOf(sources: readonly Source[]): AsyncGenerator<Read> {
  for (const source of sources) {
    const { file } = source
    if (source.kind === 'json')
      for await (const { line, text } of objectsOf(source)) yield* readElement(text, { file, line })
    else {
      const { form, header, path } = source
      yield* readTable({ file, form, header, lines: linesOf(path) })
    }
  }
}
