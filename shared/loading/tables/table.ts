import { type Fact, type Found, type Origin, protectingFields, type Read } from '../fact.ts'
import { folded, moreProtecting } from '../values.ts'

/** A row as it stands in a file: its cells by our names of the columns, without those that are empty. */
export type Cells = { readonly [field: string]: string | undefined }

/** A form in which tables come: by which columns it is known, and what a row of it tells. */
export type TableForm = {
  readonly name: string
  /** By our name of a column, what sources call it: the first is that of the template, any case and spacing is read. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  /** Columns by which a header is known as one of this form. */
  readonly needs: readonly string[]
  /** The column that says whom a row is about. */
  readonly idIn: string
  readonly factsOf: (cells: Cells, at: { readonly id: string; readonly origin: Origin }) => Fact[]
}

/** A line of a file as its cells; `undefined` where it cannot be read. */
export type Line = { readonly line: number; readonly cells: readonly string[] | undefined }

const isProtecting = (field: string): boolean => protectingFields.some((one) => one === field)

/** Which cell holds what: our names by place. A column that the form does not know is passed over, and so is a second of one name, unless it may protect somebody. */
export const placesIn = (
  form: Pick<TableForm, 'columns'>,
  header: readonly string[],
): readonly (string | undefined)[] => {
  const ours = new Map(
    Object.entries(form.columns).flatMap(([field, names]) =>
      [field, ...names].map((name) => [folded(name), field] as const),
    ),
  )
  const taken = new Set<string>()
  return header.map((name) => {
    const field = ours.get(folded(name))
    if (field === undefined || (taken.has(field) && !isProtecting(field))) return undefined
    taken.add(field)
    return field
  })
}

/** Whether a header is of this form. */
export const isOfForm = (form: TableForm, header: readonly string[]): boolean => {
  const there = new Set(placesIn(form, header))
  return form.needs.every((field) => there.has(field))
}

const cellsOf = (places: readonly (string | undefined)[], cells: readonly string[]): Cells => {
  const named = new Map<string, string>()
  for (const [at, cell] of cells.entries()) {
    const field = places[at]
    // A file of rows to mend keeps spreadsheets from taking a cell for a formula.
    const text = cell.trim().replace(/^'(?=[=+\-@])/, '')
    if (field === undefined || text === '' || text.toUpperCase() === 'NULL') continue
    const before = named.get(field)
    named.set(field, before === undefined ? text : moreProtecting(before, text))
  }
  return Object.fromEntries(named)
}

const flaw = (found: Found): Read => ({ of: 'flaw', ...found })

type Table = {
  readonly file: string
  readonly form: TableForm
  readonly header: readonly string[]
  readonly lines: AsyncIterable<Line>
}

/** What the rows of a table tell, one after another; a row that cannot be read is said to be so. */
export async function* readTable({ file, form, header, lines }: Table): AsyncGenerator<Read> {
  const places = placesIn(form, header)
  for await (const { line, cells } of lines) {
    const origin = { file, line }
    if (cells === undefined) yield flaw({ code: 'ROW_UNREADABLE', origin })
    else if (cells.length > header.length) yield flaw({ code: 'CELLS_UNLIKE_HEADER', origin })
    else {
      const named = cellsOf(places, cells)
      const id = named[form.idIn]
      if (id === undefined) yield flaw({ code: 'ID_MISSING', origin })
      else yield* form.factsOf(named, { id, origin })
    }
  }
}
