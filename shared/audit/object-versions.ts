/** Decided here: which versions of a record the entries leave out, so that a missing entry leaves a gap. */
import { type Named, namedIn, ofKind, type RecordKind, type Said } from './named-versions.ts'

/** A version that no entry names, and when the nearest before it was made that one does. */
export type Gap = { readonly version: number; readonly after: string | undefined }

/** The versions of one record, from the first that an entry names to the last; and those that none does and one must. */
export type Series = {
  readonly kind: RecordKind
  /** What kind of record, and its id. */
  readonly object: string
  readonly record: string
  readonly first: number
  readonly last: number
  readonly missing: readonly Gap[]
}

/**
 * In which version records stand, as somebody says who knows it otherwise than by the log: their last change leaves a gap as any
 * other then, though nothing came after it.
 */
export type Stands = ReadonlyMap<string, number>

const nobodySays: Stands = new Map()

/** More gaps than these in one record are not told one by one. */
const mostTold = 20

type Ends = { readonly from: number; readonly to: number }

const gapsIn = (named: readonly Named[], { from, to }: Ends): readonly Gap[] => {
  const missing: Gap[] = []
  let before: { readonly version: number; readonly at?: string } = { version: from - 1 }
  for (const next of [...named, { version: to + 1 }]) {
    for (let gap = before.version + 1; gap < next.version && missing.length < mostTold; gap += 1)
      missing.push({ version: gap, after: before.at })
    before = next
  }
  return missing
}

const seriesFrom = (all: readonly Named[], stands: Stands): readonly Series[] => {
  const named = all.toSorted((one, other) => one.version - other.version)
  const [one, last] = [named[0], named.at(-1)]
  if (one === undefined || last === undefined) return []
  const { kind, record } = one
  const ends = {
    from: ofKind[kind].beginsAtOne ? 1 : one.version,
    to: Math.max(last.version, stands.get(record) ?? 0),
  }
  const object = `${kind} ${record}`
  const missing = gapsIn(named, ends)
  return [{ kind, object, record, first: one.version, last: last.version, missing }]
}

/** Of what is said to stand, and no entry names: every version is missing. */
const unnamed = (stands: Stands, found: readonly Series[]): readonly Series[] => {
  const known = new Set(found.map(({ record }) => record))
  return [...stands]
    .filter(([record]) => !known.has(record))
    .map(([record, to]) => ({
      kind: 'record',
      object: `record ${record}`,
      record,
      first: 0,
      last: 0,
      missing: gapsIn([], { from: 1, to }),
    }))
}

/** Of every record whose changes all name its version: which were named, and which are missing. */
export const seriesOf = (
  leaves: readonly Said[],
  stands: Stands = nobodySays,
): readonly Series[] => {
  const named = Map.groupBy(leaves.flatMap(namedIn), ({ kind, record }) => `${kind} ${record}`)
  const found = [...named.values()].flatMap((all) => seriesFrom(all, stands))
  return [...found, ...unnamed(stands, found)]
}

/**
 * The same, but that of what was sealed last nothing is said to be missing before it: of two changes in one moment the second
 * may be sealed one run before the first.
 */
export const settledSeriesOf = (
  leaves: readonly Said[],
  settled: readonly Said[],
  stands: Stands = nobodySays,
): readonly Series[] => {
  const lastOf = new Map(seriesOf(settled).map(({ object, last }) => [object, last]))
  return seriesOf(leaves, stands).map((series) => ({
    ...series,
    missing: series.missing.filter(
      ({ version }) => version < (lastOf.get(series.object) ?? 0) || version > series.last,
    ),
  }))
}
