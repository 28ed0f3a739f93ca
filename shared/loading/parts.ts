import { localIdSchema } from '../kernel/ids.ts'
import type { Child } from '../register/child.ts'
import type { Assembled } from './assemble.ts'

/** How much one part holds. */
type Most = { readonly records: number; readonly bytes: number; readonly ids: number }

/** What one call takes: the API takes 128 kB, 50 records and 500 ids. */
const mostOfCall: Most = { records: 40, bytes: 96_000, ids: 400 }

export type Part = {
  readonly records: readonly { readonly id: string; readonly child: Child }[]
  readonly kept: readonly string[]
  readonly purged: readonly string[]
  /** The last id of the part; undefined of the last part, which holds nobody and reaches to the end. */
  readonly upTo: string | undefined
}

type Filling = {
  records: { readonly id: string; readonly child: Child }[]
  kept: string[]
  purged: string[]
  bytes: number
}

const empty = (): Filling => ({ records: [], kept: [], purged: [], bytes: 0 })

const isFull = ({ records, kept, purged, bytes }: Filling, most: Most): boolean =>
  records.length >= most.records || bytes >= most.bytes || kept.length + purged.length >= most.ids

const put = (filling: Filling, one: Assembled): void => {
  if (one.kind === 'child') {
    filling.records.push({ id: one.id, child: one.child })
    filling.bytes += Buffer.byteLength(JSON.stringify(one.child))
  } else if (one.kind === 'purged') filling.purged.push(one.id)
  else filling.kept.push(one.id)
}

/** People by id, in parts of what one call takes; the last part says that nobody comes after. */
export async function* partsOf(
  people: AsyncIterable<Assembled>,
  most: Most = mostOfCall,
): AsyncGenerator<Part> {
  let filling = empty()
  for await (const one of people) {
    // Nobody stands on the register under an id that no id can be.
    if (!localIdSchema.safeParse(one.id).success) continue
    put(filling, one)
    if (!isFull(filling, most)) continue
    const { bytes: _, ...full } = filling
    yield { ...full, upTo: one.id }
    filling = empty()
  }
  const { bytes: _, ...last } = filling
  yield { ...last, upTo: undefined }
}

/** The part from after an own id, cut to so many records; what comes behind the last of them is sent after it. */
export const withinPart = (part: Part, after: string, most = Number.POSITIVE_INFINITY) => {
  const left = part.records.filter(({ id }) => id > after)
  const records = left.slice(0, most)
  const last = records.length < left.length ? records.at(-1)?.id : undefined
  const isWithin = (id: string): boolean => id > after && (last === undefined || id <= last)
  return {
    after,
    records,
    kept: part.kept.filter(isWithin),
    purged: part.purged.filter(isWithin),
    isLast: part.upTo === undefined && last === undefined,
  }
}
