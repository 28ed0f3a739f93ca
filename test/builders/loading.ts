import { westmarch } from '../../infra/stages/local.ts'
import { type Assembled, assemble, gather } from '../../shared/loading/assemble.ts'
import type { Found, Read } from '../../shared/loading/fact.ts'
import type { FlawCode } from '../../shared/loading/flaws.ts'
import { recogniseTable } from '../../shared/loading/recognise.ts'
import type { Keyed, Sorter, Sorting } from '../../shared/loading/sorter.ts'
import { type Line, readTable } from '../../shared/loading/tables/table.ts'

/** Sorts in memory. */
export const sortingInMemory: Sorting = {
  sorter: <Item>(): Sorter<Item> => {
    const held: Keyed<Item>[] = []
    return {
      add: async (key: string, item: Item) => void held.push({ key, item: structuredClone(item) }),
      sorted: async function* () {
        yield* held.toSorted((one, other) =>
          one.key < other.key ? -1 : one.key > other.key ? 1 : 0,
        )
      },
    }
  },
}

export const loadedOn = '2026-11-27'

/** Rows by column; the columns of the first are those of the table. */
export type Rows = readonly Readonly<Record<string, string>>[]
/** Files by name. */
export type Tables = Readonly<Record<string, Rows>>

async function* linesOf(rows: Rows, header: readonly string[]): AsyncGenerator<Line> {
  for (const [at, row] of rows.entries())
    yield { line: at + 2, cells: header.map((name) => row[name] ?? '') }
}

export async function* readsOf(tables: Tables): AsyncGenerator<Read> {
  for (const [file, rows] of Object.entries(tables)) {
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const recognised = recogniseTable(header)
    if (recognised.kind !== 'table') throw new Error(`${file} is of no form`)
    yield* readTable({ file, form: recognised.form, header, lines: linesOf(rows, header) })
  }
}

export type Loaded = {
  readonly people: readonly Assembled[]
  readonly found: readonly Found[]
}

/** What becomes of these rows, and all that is wrong with them. */
export const loadReads = async (reads: AsyncIterable<Read>): Promise<Loaded> => {
  const world = { authority: westmarch, today: loadedOn, sorting: sortingInMemory }
  const gathered = await gather(reads, world)
  const { found, people } = await assemble(gathered, world)
  const made: Assembled[] = []
  for await (const one of people()) made.push(one)
  return { people: made, found: [...found, ...made.flatMap((one) => one.found)] }
}

export const loadTables = (tables: Tables): Promise<Loaded> => loadReads(readsOf(tables))

/** In how many places each code was found: what is wrong with an adult is found at each child, and is one thing. */
export const countsOf = ({ found }: Pick<Loaded, 'found'>): Partial<Record<FlawCode, number>> => {
  const counts: Partial<Record<FlawCode, number>> = {}
  const places = new Set(found.map(({ code, origin }) => `${code} ${origin.file} ${origin.line}`))
  for (const place of places) {
    const code = place.split(' ', 1)[0] as FlawCode
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

export const childrenOf = ({ people }: Pick<Loaded, 'people'>) =>
  Object.fromEntries(people.flatMap((one) => (one.kind === 'child' ? [[one.id, one.child]] : [])))
