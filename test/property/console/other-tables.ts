/** What came by service, and what of it was closed. */
export type Table = { readonly came: readonly number[]; readonly closed: readonly number[] }

const isTable = ({ came, closed }: Table): boolean =>
  came.every((count, at) => {
    const part = closed[at] ?? 0
    return count >= 0 && part >= 0 && part <= count
  })

const changed = (row: readonly number[], at: number, by: number): readonly number[] =>
  row.map((count, place) => (place === at ? count + by : count))

const steps = Array.from({ length: 35 }, (_, at) => at - 17).filter((step) => step !== 0)

/** A row with one other place somewhat more or less. */
function* once(row: readonly number[], but: number | undefined): Generator<readonly number[]> {
  for (const at of row.keys())
    if (at !== but) for (const step of steps) yield changed(row, at, step)
}

type Nearly = { readonly but?: number; readonly places: number }

/** A row with this many of its other places somewhat more or less. */
function* nearly(row: readonly number[], { but, places }: Nearly): Generator<readonly number[]> {
  if (places === 0) yield row
  else
    for (const one of nearly(row, { ...(but !== undefined && { but }), places: places - 1 }))
      yield* once(one, but)
}

/** What is closed is among what came: the other column follows where it must. */
const follow = (table: Table, column: keyof Table): Table =>
  column === 'came'
    ? { ...table, closed: table.closed.map((count, at) => Math.min(count, table.came[at] ?? 0)) }
    : { ...table, came: table.came.map((count, at) => Math.max(count, table.closed[at] ?? 0)) }

/** How many other places of the column change, and how many of the one beside it: little first. */
const stages = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
] as const

/** The row with another count in one place, whichever may stand there. */
function* otherwise(row: readonly number[], at: number): Generator<readonly number[]> {
  for (let count = 1; count <= 17; count += 1) if (count !== row[at]) yield row.with(at, count)
}

/** The table with this row, and what follows from it beside it. */
function* withRow(
  table: Table,
  { column, row, others }: { column: keyof Table; row: readonly number[]; others: number },
): Generator<Table> {
  const beside = column === 'came' ? 'closed' : 'came'
  const followed = follow({ ...table, [column]: row }, column)
  for (const other of nearly(followed[beside], { places: others })) {
    const found = { ...followed, [beside]: other }
    if (isTable(found)) yield found
  }
}

/** Tables that have another count in this cell, and differ little else. */
export function* otherTables(
  table: Table,
  { column, at }: { readonly column: keyof Table; readonly at: number },
): Generator<Table> {
  for (const [places, others] of stages)
    for (const first of otherwise(table[column], at))
      for (const row of nearly(first, { but: at, places }))
        yield* withRow(table, { column, row, others })
}
