import * as z from 'zod'
import { leafOf } from '../../shared/audit/leaf-text.ts'
import { appendTo, emptyRange, rootOfRange } from '../../shared/audit/merkle.ts'
import { leafSchema } from '../../shared/audit/sealed-leaf.ts'
import { placesOf } from '../../shared/aws/dynamodb/audit-rows.ts'
import { batchKind } from '../../shared/aws/dynamodb/log-rows.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'

const entrySchema = z.looseObject({ number: z.number() })

/** The leaf hash of an entry as its rows say now. */
const leafHashOf = (rows: readonly KeyedRow[], index: number): Buffer => {
  const first = rows.find((row) => row['leafIndex'] === index && 'salt' in row)
  const entry = leafSchema.shape.entry.parse(first?.['entry'])
  return leafOf(
    leafSchema.parse({
      ...placesOf(entry),
      entry,
      schema: first?.['schema'],
      salt: first?.['salt'],
    }),
  )
}

const isBatch = ({ sk }: KeyedRow): boolean => sk.startsWith('SEQ#')

/**
 * The table as whoever can write all of it makes it agree with itself: an entry is another in each of its copies, and
 * batches and head are made anew over it.
 */
export const rewrittenTable = (rows: readonly KeyedRow[], index: number): readonly KeyedRow[] => {
  const altered = rows.map((row) => {
    if (row['leafIndex'] !== index) return row
    const entry = entrySchema.parse(row['entry'])
    return { ...row, entry: { ...entry, number: entry.number + 1000 } }
  })
  let range = emptyRange
  const batches = altered
    .filter(isBatch)
    .toSorted((one, other) => (one.sk < other.sk ? -1 : 1))
    .map((row) => {
      const before = range.hashes
      const leaves = batchKind.read(row).leaves.map((leaf) => {
        const leafHash = leafHashOf(altered, leaf.index)
        range = appendTo(range, leafHash)
        return { ...leaf, leafHash }
      })
      return { ...row, before, leaves }
    })
  return [
    ...altered.filter((row) => !isBatch(row) && row.sk !== 'HEAD'),
    ...batches,
    ...altered
      .filter(({ sk }) => sk === 'HEAD')
      .map((row) => ({ ...row, root: rootOfRange(range), range: range.hashes })),
  ]
}
