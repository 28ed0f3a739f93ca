import { basename } from 'node:path'
import { fileOnDisk } from '../../shared/files/input-file.ts'
import { recordsOf } from '../../shared/files/read-files.ts'
import { nsplColumns, nsplRow } from '../../shared/places/nspl.ts'
import { packer } from '../../shared/places/pack-places.ts'
import type { PackedPlaces } from '../../shared/places/packed-places.ts'
import { asInputError, InputError } from '../evaluate/input-error.ts'

/** Rows that say of a postcode where it lies, and those that do not: the Isles, and what has no place. */
type Packing = {
  readonly packed: PackedPlaces
  readonly taken: number
  readonly without: number
}

const notNspl = (path: string): InputError =>
  new InputError(
    `${basename(path)}: its header is not that of the National Statistics Postcode Lookup: pcds, dointr, cty and lad (or laua) are needed; take NSPL_…_UK.csv from the folder Data`,
  )

/** Its rows. @throws InputError where it cannot be read */
async function* rowsOf(path: string): AsyncGenerator<readonly string[]> {
  try {
    yield* recordsOf(fileOnDisk(path))
  } catch (error) {
    throw asInputError(error)
  }
}

/** Packs a release of the National Statistics Postcode Lookup, row by row. @throws InputError where it is none */
export const packFile = async (
  path: string,
  onRow: (rows: number) => void = () => {},
): Promise<Packing> => {
  const rows = rowsOf(path)
  const header = await rows.next()
  const columns = header.done === true ? undefined : nsplColumns(header.value)
  if (columns === undefined) throw notNspl(path)
  const packing = packer()
  let without = 0
  let read = 0
  for await (const cells of rows) {
    const row = nsplRow(columns, cells)
    if (row === undefined) without += 1
    else packing.add(row)
    read += 1
    onRow(read)
  }
  return { ...packing.end(), without }
}
