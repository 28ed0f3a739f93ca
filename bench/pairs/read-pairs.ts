import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'

/** A row of the file: `register_…` and `query_…` columns hold two records, the others what must come out. */
export type PairRow = Readonly<Record<string, string>>

/** All rows of a file of pairs. */
export const readPairRows = async (path: string): Promise<readonly PairRow[]> => {
  const rows: PairRow[] = []
  const records: AsyncIterable<PairRow> = createReadStream(path).pipe(
    parse({ columns: true, bom: true }),
  )
  for await (const row of records) rows.push(row)
  return rows
}
