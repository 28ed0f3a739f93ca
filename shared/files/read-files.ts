import { CsvError, parse } from 'csv-parse'
import type { Read } from '../loading/fact.ts'
import { elementsOf, mostSignsOfRow, NotWhole } from '../loading/json/elements.ts'
import { readElement } from '../loading/json/read-element.ts'
import { type JsonForm, recogniseJson } from '../loading/json/recognise-json.ts'
import { type Recognised, recogniseTable, recogniseXml } from '../loading/recognise.ts'
import { type Line, readTable, type TableForm } from '../loading/tables/table.ts'
import type { Upload } from '../register/register-import.ts'
import { fed, textOf } from './decode.ts'
import { FileFault } from './file-fault.ts'
import type { InputFile } from './input-file.ts'
import { textLinesOf } from './text-lines.ts'

/** A file with what it turned out to be. */
export type Source = { readonly of: InputFile; readonly file: string } & (
  | { readonly kind: 'table'; readonly form: TableForm; readonly header: readonly string[] }
  | { readonly kind: 'json'; readonly form: JsonForm }
)

const startBytes = 8_192

/** More than any export has: each row to mend is as wide as its header [D]. */
const mostColumns = 1_000

const beginningOf = async ({ bytes }: InputFile): Promise<Buffer> => {
  let start = Buffer.alloc(0)
  for await (const chunk of bytes()) {
    start = Buffer.concat([start, chunk])
    if (start.length >= startBytes) break
  }
  return start.subarray(0, startBytes)
}

const startOf = async (file: InputFile): Promise<string> => {
  const { name, shown } = file
  const start = await beginningOf(file).catch((cause: unknown) => {
    if (cause instanceof FileFault) throw cause
    const code = 'CANNOT_BE_READ'
    throw new FileFault({ file: name, code }, `${shown}: cannot be read`, { cause })
  })
  return start.toString('utf8').replace(/^\uFEFF/, '')
}

const isJson = (start: string): boolean => /^[[{]/.test(start)

/** What a file is, by its beginning alone. */
export const kindOf = async (file: InputFile): Promise<Upload['kind']> =>
  isJson((await startOf(file)).trimStart()) ? 'json' : 'csv'

type CsvRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

const asFileFault = (file: string, error: unknown): FileFault => {
  if (error instanceof FileFault) return error
  const line = error instanceof CsvError ? ` at line ${String(error['lines'])}` : ''
  const what = `${file}: cannot be read as CSV${line}: is a quotation mark not closed?`
  return new FileFault({ file, code: 'NO_CSV' }, what, { cause: error })
}

/** A row of the file, with the line on which it ends; a quotation mark inside a cell is read as it stands. */
async function* rowsOf(file: InputFile): AsyncGenerator<CsvRow> {
  const rows = parse({
    info: true,
    max_record_size: mostSignsOfRow,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  })
  try {
    yield* fed(file, rows) as AsyncIterable<CsvRow>
  } catch (error) {
    throw asFileFault(file.name, error)
  }
}

/** The rows of a CSV file, its header first. @throws FileFault where it cannot be read */
export async function* recordsOf(file: InputFile): AsyncGenerator<readonly string[]> {
  for await (const { record } of rowsOf(file)) yield record
}

const headerOf = async (file: InputFile): Promise<readonly string[]> => {
  for await (const { record } of rowsOf(file)) return record
  return []
}

const refuse = (file: string, recognised: Recognised): never => {
  if (recognised.kind === 'refused')
    throw new FileFault(
      { file, code: recognised.code },
      `${file}: is a ${recognised.what}: ${recognised.why}`,
    )
  throw new FileFault(
    { file, code: 'FORM_UNKNOWN' },
    `${file}: is of no form that is loaded: its header names neither a table of the Standard Safeguarding Dataset nor the columns of children.csv or relationships.csv (docs/loading.md)`,
  )
}

/** What a file is. @throws FileFault of what cannot make a register */
export const sourceOf = async (of: InputFile): Promise<Source> => {
  const { name: file } = of
  const start = (await startOf(of)).trimStart()
  if (start.startsWith('<')) return refuse(file, recogniseXml(start))
  if (isJson(start)) return { of, file, kind: 'json', form: recogniseJson(start) }
  const header = await headerOf(of)
  const isTooWide = header.length > mostColumns
  const recognised = isTooWide ? ({ kind: 'unknown' } as const) : recogniseTable(header)
  if (recognised.kind !== 'table') return refuse(file, recognised)
  return { of, file, kind: 'table', form: recognised.form, header }
}

/** Rows of a table after its header. */
export async function* linesOf(file: InputFile): AsyncGenerator<Line> {
  let isHeader = true
  for await (const { record, info } of rowsOf(file)) {
    if (!isHeader) yield { line: info.lines, cells: record }
    isHeader = false
  }
}

const asNotWhole = ({ name: file, shown }: InputFile, cause: unknown): unknown => {
  if (!(cause instanceof NotWhole)) return cause
  const what = `${shown}: is JSON that is cut off, or of which an object does not end`
  return new FileFault({ file, code: 'NO_JSON' }, what, { cause })
}

/** Objects of a file of JSON, counted from 1. */
export async function* objectsOf(
  source: Extract<Source, { readonly kind: 'json' }>,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const { of, form } = source
  const texts =
    form.kind === 'lines'
      ? textLinesOf(textOf(of), mostSignsOfRow)
      : elementsOf(textOf(of), form.within)
  let line = 0
  try {
    for await (const text of texts) {
      line += 1
      if (text.trim() !== '') yield { line, text }
    }
  } catch (error) {
    throw asNotWhole(of, error)
  }
}

/** What all files tell, one row after another. */
export async function* readsOf(sources: readonly Source[]): AsyncGenerator<Read> {
  for (const source of sources) {
    const { file } = source
    if (source.kind === 'json')
      for await (const { line, text } of objectsOf(source)) yield* readElement(text, { file, line })
    else {
      const { form, header, of } = source
      yield* readTable({ file, form, header, lines: linesOf(of) })
    }
  }
}
