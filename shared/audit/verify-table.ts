import { canonicalJson } from './canonical-json.ts'
import { entryPosition } from './entry-position.ts'
import { type JudgeGone, nothingExpires } from './expired-leaves.ts'
import type { Finding } from './finding.ts'
import type { CompactRange, Hash } from './merkle.ts'
import { isWhole, rootOfRange } from './merkle.ts'
import type { Leaf } from './sealed-leaf.ts'
import type { KeptCheckpoint } from './sealed-log.ts'
import type { SealedLeaf, Signed } from './verify-sealed.ts'

type Place = { readonly pk: string; readonly sk: string }

/** A row among the entries, whole. */
export type StandingRow = Place & Readonly<Record<string, unknown>>

/** What stands in the table that auditors read. */
export type LogTable = {
  readonly rows: readonly StandingRow[]
  readonly batches: readonly {
    readonly before: CompactRange
    readonly leaves: readonly (Place & { readonly index: number; readonly leafHash: Hash })[]
  }[]
  /** Its version counts what moved it: one batch each. */
  readonly head:
    | {
        readonly origin: string
        readonly version: number
        readonly range: CompactRange
        readonly root: Hash
      }
    | undefined
  readonly checkpoints: readonly KeptCheckpoint[]
}

type Against = {
  readonly leaves: readonly SealedLeaf[]
  readonly signed: Signed
  readonly judge: JudgeGone
}

/** Every copy of every entry, the index fields, the batches and the head, against what was sealed. */
export const verifyTable = (table: LogTable, against: Against): readonly Finding[] => [
  ...verifyRows(table.rows, {
    leaves: against.leaves.map(({ leaf }) => leaf),
    judge: against.judge,
  }),
  ...verifyBatches(table.batches, against),
  ...verifyHead(table, against.signed),
]

const textOf = ({ pk, sk }: Place): string => `${pk} ${sk}`

type Expected = {
  readonly index: number
  readonly leaf: Leaf
  readonly isFirst: boolean
  readonly place: string
}

const expectedOf = (leaf: Leaf | undefined, index: number): readonly Expected[] =>
  leaf === undefined
    ? []
    : leaf.standsUnder.map((pk, at) => ({
        index,
        leaf,
        isFirst: at === 0,
        place: textOf({ pk, sk: entryPosition(leaf.entry) }),
      }))

type Sealed = {
  readonly leaves: readonly (Leaf | undefined)[]
  /** The number of the first of them. */
  readonly first?: number
  readonly judge?: JudgeGone
}

/** Rows against the leaves that all of them are of. An entry goes whole: of one that is at its end all rows stand, or none. */
export const verifyRows = (
  rows: readonly StandingRow[],
  { leaves, first = 0, judge = nothingExpires }: Sealed,
): readonly Finding[] => {
  const expected = leaves.map((leaf, at) => expectedOf(leaf, first + at))
  const byPlace = new Map(expected.flat().map((one) => [one.place, one]))
  const standing = new Set(rows.map(textOf))
  return [
    ...expected.flatMap((places) => [
      ...takenIn(places, byPlace),
      ...missingIn(places, standing, judge),
    ]),
    ...rows.flatMap((row) => {
      const place = textOf(row)
      const one = byPlace.get(place)
      return one === undefined
        ? [{ what: 'ROW_NOT_IN_LOG', place } as const]
        : wrongWithRow(row, one)
    }),
  ]
}

const takenIn = (
  places: readonly Expected[],
  byPlace: ReadonlyMap<string, Expected>,
): readonly Finding[] =>
  places
    .filter(({ place, index }) => byPlace.get(place)?.index !== index)
    .map(({ place, index }) => ({ what: 'PLACE_TWICE', index, place }))

const missingIn = (
  places: readonly Expected[],
  standing: ReadonlySet<string>,
  judge: JudgeGone,
): readonly Finding[] => {
  const missing = places.filter(({ place }) => !standing.has(place))
  const [first] = missing
  const gone =
    first === undefined || missing.length < places.length
      ? 'UNSAID'
      : judge(first.index, first.leaf.entry)
  if (gone === 'AT_ITS_END') return []
  if (gone === 'EARLY' && first !== undefined)
    return [{ what: 'DELETED_EARLY', index: first.index }]
  return missing.map(({ place, index }) => ({ what: 'COPY_MISSING', index, place }))
}

/** One row against the leaf that it says it is a copy of; undefined where there is none. */
export const verifyRow = (row: StandingRow, leaf: Leaf | undefined): readonly Finding[] => {
  const place = textOf(row)
  const one = expectedOf(leaf, Number(row['leafIndex'])).find((each) => each.place === place)
  return one === undefined ? [{ what: 'ROW_NOT_IN_LOG', place }] : wrongWithRow(row, one)
}

/** What every copy has. */
const common = ['pk', 'sk', 'schema', 'entry', 'leafIndex']

const wrongWithRow = (
  row: StandingRow,
  { index, leaf, isFirst, place }: Expected,
): readonly Finding[] => {
  const fields = Object.fromEntries(Object.entries(row).filter(([name]) => !common.includes(name)))
  const sealed = isFirst ? { salt: leaf.salt, ...leaf.indexFields } : {}
  const isSame =
    row['leafIndex'] === index && row['schema'] === leaf.schema && doEqual(row['entry'], leaf.entry)
  return [
    ...(isSame ? [] : [{ what: 'COPY_CHANGED', index, place } as const]),
    ...(doEqual(fields, sealed) ? [] : [{ what: 'FIELDS_CHANGED', index, place } as const]),
  ]
}

/** What has no canonical JSON was not sealed. */
const doEqual = (found: unknown, sealed: unknown): boolean => {
  try {
    return canonicalJson(found) === canonicalJson(sealed)
  } catch {
    return false
  }
}

const verifyBatches = (
  batches: LogTable['batches'],
  { leaves, signed }: Against,
): readonly Finding[] => {
  const rows = batches.flatMap((batch) => batch.leaves)
  const byIndex = Map.groupBy(rows, ({ index }) => index)
  const ofLeaves = leaves.flatMap(({ hash, leaf }, index): Finding[] => {
    const [row, ...more] = byIndex.get(index) ?? []
    const [first] = expectedOf(leaf, index)
    const isSame =
      row?.leafHash.equals(hash) === true &&
      more.length === 0 &&
      (first === undefined || first.place === textOf(row))
    return isSame ? [] : [{ what: 'BATCH_DIFFERS', index }]
  })
  const begun = batches.filter(({ before }) => {
    const root = signed.rootAt(before.size)
    return root === undefined || !rootOfRange(before).equals(root)
  })
  return [
    ...ofLeaves,
    ...begun.map(({ before }): Finding => ({ what: 'BATCH_DIFFERS', index: before.size })),
    ...[...byIndex.keys()]
      .filter((index) => !(index in leaves))
      .map((index): Finding => ({ what: 'BATCH_DIFFERS', index })),
  ]
}

const verifyHead = ({ head, batches }: LogTable, { size, rootAt }: Signed): readonly Finding[] => {
  const root = rootAt(size)
  if (head === undefined) return size === 0 ? [] : [{ what: 'HEAD_DIFFERS', index: size }]
  const isSame =
    head.version === batches.length &&
    head.range.size === size &&
    isWhole(head.range) &&
    [head.root, rootOfRange(head.range)].every((one) => root?.equals(one))
  return isSame ? [] : [{ what: 'HEAD_DIFFERS', index: size }]
}
