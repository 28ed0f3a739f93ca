import { createHash } from 'node:crypto'
import type { Scan } from '../../shared/aws/dynamodb/scan.ts'
import type { Key, QueryPage, Row } from '../../shared/aws/dynamodb/store.ts'
import { idOf } from './table-view.ts'

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) })

type Part = NonNullable<Parameters<Scan>[1]['part']>

/** All rows of a partition are of one part, as in DynamoDB. */
const isOfPart = ({ pk }: Row, { number, of }: Part): boolean =>
  createHash('sha256').update(String(pk)).digest().readUInt32BE() % of === number

/** A page of these rows in the order of their keys: any will do. */
export const scanOf = (
  all: readonly Row[],
  { limit, after, part }: Parameters<Scan>[1],
): QueryPage => {
  const from = after === undefined ? '' : idOf(keyOf(after))
  const rest = all
    .filter((row) => (part === undefined || isOfPart(row, part)) && idOf(keyOf(row)) > from)
    .toSorted((one, other) => (idOf(keyOf(one)) < idOf(keyOf(other)) ? -1 : 1))
  const rows = rest.slice(0, limit)
  const last = rest.length > limit ? rows.at(-1) : undefined
  return { rows, next: last && keyOf(last) }
}

/** Pages over tables in memory. */
export const scanInMemory =
  (rowsOf: (table: string) => readonly Row[]): Scan =>
  async (table, page) =>
    scanOf(rowsOf(table), page)
