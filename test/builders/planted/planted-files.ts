import { stringify } from 'csv-stringify/sync'
import type { FlawCode } from '../../../shared/loading/flaws.ts'
import type { Rows, Tables } from '../loading.ts'

/** Files by name, as they lie in a folder; what is wrong with them, in how many places. */
export type PlantedFiles = {
  readonly form: string
  readonly files: Readonly<Record<string, string>>
  readonly earns: Partial<Record<FlawCode, number>>
}
/** What is otherwise than in a child with whom nothing is wrong. */
export type Over = Readonly<Record<string, unknown>>

export const csv = (rows: Rows): string => stringify([...rows], { header: true })
export const csvs = (tables: Tables): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).map(([file, rows]) => [file, csv(rows)]))

/** Whom all of them are about. */
export const id = 'P1'
