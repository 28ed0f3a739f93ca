import { createHash } from 'node:crypto'
import type { LoadExtent } from '../register/load.ts'
import { type Assembled, type Assembling, assemble, gather } from './assemble.ts'
import type { Read } from './fact.ts'
import { type FlawCode, isRefusing } from './flaws.ts'
import { flawsIn, type LoadReport, placeOf, rowKey } from './report.ts'
import { grouped, type Sorter } from './sorter.ts'

/** Something to be said beside a row of a file. */
export type Mending = { readonly code: FlawCode; readonly fields: readonly string[] }

export type Pass = {
  /** SHA-256 of all that the load tells, and of as what. */
  readonly digest: string
  /** As what it is loaded: where nobody knows whom a row is about, nobody knows who is gone. */
  readonly extent: LoadExtent
  readonly report: LoadReport
  /** Rows of records that are refused, by file and line: what is wrong with the record. */
  readonly toMend: Sorter<Mending>
  readonly people: () => AsyncGenerator<Assembled>
}

type Reading = Assembling & {
  /** As what it is meant. */
  readonly extent: LoadExtent
}

const mend = async ({ found, origins }: Assembled, toMend: Sorter<Mending>): Promise<void> => {
  const wrong = found.filter(({ code }) => isRefusing(code))
  for (const origin of origins)
    for (const { code, fields = [] } of wrong) await toMend.add(rowKey(origin), { code, fields })
}

const kinds = {
  child: 'loaded',
  refused: 'refused',
  'left out': 'leftOut',
  purged: 'purged',
} as const

const countPlaces = async (places: Sorter<FlawCode>): Promise<ReadonlyMap<FlawCode, number>> => {
  const counts = new Map<FlawCode, number>()
  for await (const { items } of grouped(places.sorted())) {
    const [code] = items
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return counts
}

const extentAs = (meant: LoadExtent, isOfEverybody: boolean): LoadExtent =>
  isOfEverybody ? meant : 'DELTA'

/** Sorts what readers read, joins it, and goes through it once: what is wrong with it, what it is, and who is in it, again and again. */
export const passOver = async (
  reads: AsyncIterable<Read>,
  { extent: meant, ...world }: Reading,
): Promise<Pass> => {
  const { sorting } = world
  const gathered = await gather(reads, world)
  const { found, isOfEverybody, people } = await assemble(gathered, world)
  const extent = extentAs(meant, isOfEverybody)
  const places = sorting.sorter<FlawCode>()
  const toMend = sorting.sorter<Mending>()
  const hash = createHash('sha256').update(extent)
  const records = { loaded: 0, refused: 0, leftOut: 0, purged: 0 }
  for (const one of found) {
    await places.add(placeOf(one), one.code)
    const { code, fields = [] } = one
    if (isRefusing(code)) await toMend.add(rowKey(one.origin), { code, fields })
  }
  for await (const one of people()) {
    records[kinds[one.kind]] += 1
    for (const each of one.found) await places.add(placeOf(each), each.code)
    if (one.kind === 'refused') await mend(one, toMend)
    hash.update(JSON.stringify([one.kind, one.id, one.kind === 'child' ? one.child : '']))
  }
  const report = { rows: gathered.rows, records, flaws: flawsIn(await countPlaces(places)) }
  return { digest: hash.digest('hex'), extent, report, toMend, people }
}
