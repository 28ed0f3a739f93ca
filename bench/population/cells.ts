import { columns } from '../../cli/evaluate/columns.ts'
import type { Row } from './row.ts'

/** A person's cells in the order of the files. */
export const cellsOf = (row: Row): readonly string[] => columns.map((column) => row[column])
