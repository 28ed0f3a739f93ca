import { CsvError, parse } from 'csv-parse'
import { fed } from '../../shared/files/decode.ts'
import { fileOnDisk } from '../../shared/files/input-file.ts'
import { type Layout, readHeader, unnamedColumnIn } from './header.ts'
import { asInputError, InputError } from './input-error.ts'

type Cells = Readonly<Record<string, string>>

const faults: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'has more cells than the header',
  CSV_QUOTE_NOT_CLOSED: 'has a quotation mark that is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'goes on after a closing quotation mark',
  INVALID_OPENING_QUOTE: 'has a quotation mark inside a cell',
}

const faultOf = (path: string, thrown: unknown): InputError => {
  const error = asInputError(thrown)
  if (error instanceof InputError) return error
  const fault = error instanceof CsvError ? faults[error.code] : undefined
  return fault !== undefined && error instanceof CsvError
    ? new InputError(`${path}: line ${String(error['lines'])} ${fault}`, { cause: error })
    : new InputError(`${path}: cannot be read as CSV`, { cause: error })
}

const parsedRows = <Column extends string>(
  path: string,
  layout: Layout<Column>,
): AsyncIterable<Cells> => {
  const rows = parse({
    columns: (cells: readonly string[]) => readHeader(path, cells, layout),
    relax_column_count_less: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  })
  return fed(fileOnDisk(path), rows)
}

/**
 * Rows of a file as pandas and spreadsheets write them, without those that are empty.
 * @throws InputError when the file cannot be read, or its columns are not the layout's
 */
export async function* rowsOf<Column extends string>(
  path: string,
  layout: Layout<Column>,
): AsyncGenerator<Readonly<Partial<Record<Column, string>>>> {
  let number = 0
  try {
    for await (const row of parsedRows(path, layout)) {
      number += 1
      const column = unnamedColumnIn(row)
      if (column !== undefined)
        throw new InputError(`${path}: row ${number}: column ${column} has no name`)
      yield row as Readonly<Partial<Record<Column, string>>>
    }
  } catch (error) {
    throw faultOf(path, error)
  }
}
