import { kindsOfRow } from '../../shared/aws/dynamodb/rows/row-kinds.ts'
import type { Written } from './story.ts'

const faultOf = (read: () => unknown): string | undefined => {
  try {
    read()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}

/** Rows that some code cannot read, each with its kind and why; today's code where none is named. */
export const unreadableIn = (
  rows: readonly Written[],
  kindsOf: (...one: [Written['table'], Written['row']]) => ReturnType<typeof kindsOfRow> = (
    table,
    row,
  ) => kindsOfRow(table, row),
): readonly string[] =>
  rows.flatMap(({ table, row }) => {
    const kinds = kindsOf(table, row)
    if (kinds.length === 0) return [`${table} ${row.pk} ${row.sk}: of no kind`]
    return kinds.flatMap((kind) => {
      const fault = faultOf(() => kind.read(row))
      return fault === undefined ? [] : [`${kind.name}: ${fault}`]
    })
  })
