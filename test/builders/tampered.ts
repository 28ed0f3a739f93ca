import { sizeOfCheckpoint } from '../../shared/audit/sealed-log.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import { rewrittenTable } from './rewritten-table.ts'

/** A log as it stands in the table and in the bucket. */
export type Snapshot = {
  readonly rows: readonly KeyedRow[]
  readonly objects: ReadonlyMap<string, string | undefined>
}

/** Whole numbers below a bound, in a row that a seed decides. */
export type Draw = (below: number) => number

/** @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
export const drawFrom = (seed: number): Draw => {
  let state = BigInt.asUintN(64, BigInt(seed) * 2654435761n + 1n)
  return (below) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)
    return Number((state >> 33n) % BigInt(Math.max(1, below)))
  }
}

const pick = <Value>(values: readonly Value[], draw: Draw): Value => {
  const value = values[draw(values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

/** The same value with one character, bit or number of it changed, somewhere. */
const flipped = (value: unknown, draw: Draw): unknown => {
  if (value instanceof Uint8Array) {
    const copy = Uint8Array.from(value)
    const at = draw(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << draw(8))
    return copy
  }
  if (typeof value === 'string') return flippedText(value, draw)
  if (typeof value === 'number') return value + 1 + draw(3)
  if (Array.isArray(value)) {
    if (value.length === 0) return ['added']
    const at = draw(value.length)
    return value.with(at, flipped(value[at], draw))
  }
  if (typeof value !== 'object' || value === null) return 'other'
  const names = Object.keys(value)
  if (names.length === 0) return { added: true }
  const name = pick(names, draw)
  return { ...value, [name]: flipped(Reflect.get(value, name), draw) }
}

const flippedText = (text: string, draw: Draw): string => {
  const at = draw(text.length + 1)
  const code = text.charCodeAt(at)
  const other = Number.isNaN(code) ? 'x' : String.fromCharCode(code ^ (1 + draw(7)))
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`
}

const isEntry = ({ pk }: KeyedRow): boolean => pk.startsWith('SUBJECT#')
const rowAt = (rows: readonly KeyedRow[], draw: Draw, of = (_: KeyedRow) => true): number =>
  pick(
    rows.flatMap((row, at) => (of(row) ? [at] : [])),
    draw,
  )

type Change = (snapshot: Snapshot, draw: Draw) => Snapshot

const inRows =
  (change: (rows: readonly KeyedRow[], draw: Draw) => readonly KeyedRow[]): Change =>
  ({ rows, objects }, draw) => ({ rows: change(rows, draw), objects })

const inObject =
  (prefix: string, change: (text: string, draw: Draw) => string | undefined): Change =>
  ({ rows, objects }, draw) => {
    const name = pick([...objects.keys()].filter((one) => one.startsWith(prefix)).toSorted(), draw)
    const next = new Map(objects)
    const text = change(objects.get(name) ?? '', draw)
    if (text === undefined) next.delete(name)
    else next.set(name, text)
    return { rows, objects: next }
  }

const lines = (change: (lines: readonly string[], draw: Draw) => readonly string[]) =>
  inObject('bundles/', (text, draw) =>
    change(text.split('\n').slice(0, -1), draw)
      .map((line) => `${line}\n`)
      .join(''),
  )

/** The number of its schema, which says nothing of the log's own rows that a reader goes by. */
const flippedRow = (row: KeyedRow, draw: Draw): KeyedRow => {
  const names = Object.keys(row).filter((name) => name !== 'schema' || isEntry(row))
  const name = pick(names, draw)
  return { ...row, [name]: flipped(row[name], draw) }
}

const withoutField = (row: KeyedRow, name: string): KeyedRow => {
  const { [name]: _, ...rest } = row
  return { ...rest, pk: row.pk, sk: row.sk }
}

const swapped = <Value>(values: readonly Value[], one: number, other: number): Value[] => {
  const [first, second] = [values[one], values[other]]
  if (first === undefined || second === undefined) throw new Error('nothing to swap')
  return values.with(one, second).with(other, first)
}

/** Ways to alter what stands, by somebody who can write the table or the bucket at will. */
export const tamperings = {
  'flip something in a row': inRows((rows, draw) => {
    const at = rowAt(rows, draw)
    const row = rows[at]
    return row === undefined ? rows : rows.with(at, flippedRow(row, draw))
  }),
  'drop a row': inRows((rows, draw) => rows.toSpliced(rowAt(rows, draw), 1)),
  'delete a copy': inRows((rows, draw) => rows.toSpliced(rowAt(rows, draw, isEntry), 1)),
  'strip an index field': inRows((rows, draw) => {
    const at = rowAt(rows, draw, (row) => 'day' in row)
    const row = rows[at]
    return row === undefined ? rows : rows.with(at, withoutField(row, pick(['actor', 'day'], draw)))
  }),
  'forget a salt': inRows((rows, draw) => {
    const at = rowAt(rows, draw, (row) => 'salt' in row)
    const row = rows[at]
    return row === undefined ? rows : rows.with(at, withoutField(row, 'salt'))
  }),
  'swap the content of two copies': inRows((rows, draw) => {
    const one = rowAt(rows, draw, isEntry)
    const other = rowAt(
      rows,
      draw,
      (row) => isEntry(row) && rows[one]?.['leafIndex'] !== row['leafIndex'],
    )
    const [a, b] = [rows[one], rows[other]]
    if (a === undefined || b === undefined) return rows
    return rows.with(one, { ...b, pk: a.pk, sk: a.sk }).with(other, { ...a, pk: b.pk, sk: b.sk })
  }),
  'put a row that was never sealed': inRows((rows, draw) => {
    const row = rows[rowAt(rows, draw, isEntry)]
    if (row === undefined) return rows
    return [...rows, { ...row, pk: `SUBJECT#another-${draw(1000)}`, leafIndex: draw(20) }]
  }),
  'flip something in a bundle': inObject('bundles/', flippedText),
  'drop a bundle': inObject('bundles/', () => undefined),
  'drop a line of a bundle': lines((all, draw) => all.toSpliced(draw(all.length), 1)),
  'insert a line into a bundle': lines((all, draw) =>
    all.toSpliced(draw(all.length + 1), 0, pick(all, draw)),
  ),
  'swap two lines of a bundle': lines((all, draw) => {
    const one = draw(all.length)
    return swapped(all, one, (one + 1 + draw(Math.max(1, all.length - 1))) % all.length)
  }),
  'replay a line at the end of a bundle': lines((all, draw) => [...all, pick(all, draw)]),
  'replay an earlier checkpoint as the newest': ({ rows, objects }, draw) => {
    const [newest = '', ...earlier] = [...objects.keys()]
      .filter((name) => name.startsWith('checkpoints/'))
      .toSorted()
    return { rows, objects: new Map(objects).set(newest, objects.get(pick(earlier, draw))) }
  },
  'truncate the bucket': ({ rows, objects }, draw) => {
    const firsts = [...objects.keys()].filter((name) => name.startsWith('bundles/')).toSorted()
    const from = firsts[draw(firsts.length)] ?? ''
    const size = Number(from.slice('bundles/'.length))
    const isKept = (name: string): boolean =>
      name.startsWith('bundles/') ? name < from : sizeOfCheckpoint(name) <= size
    return { rows, objects: new Map([...objects].filter(([name]) => isKept(name))) }
  },
  'put an entry among the sealed ones, without its having waited': inRows((rows, draw) => {
    const row = rows[rowAt(rows, draw, (one) => 'salt' in one)]
    if (row === undefined) return rows
    const leafIndex = rows.filter((one) => 'salt' in one).length
    return [...rows, { ...row, sk: `${row.sk.slice(0, -1)}${draw(10)}-`, leafIndex }]
  }),
  'rewrite an entry, its batch and the head together': inRows((rows, draw) =>
    rewrittenTable(rows, draw(rows.filter((row) => 'salt' in row).length)),
  ),
  'cut off a bundle': inObject('bundles/', (text, draw) => text.slice(0, draw(text.length))),
  'flip something in a checkpoint': inObject('checkpoints/', flippedText),
  'drop a checkpoint': inObject('checkpoints/', () => undefined),
  'swap two objects': ({ rows, objects }, draw) => {
    const prefix = pick(['bundles/', 'checkpoints/'], draw)
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix)).toSorted()
    const texts = names.map((name) => objects.get(name))
    const one = draw(names.length)
    const other = (one + 1 + draw(names.length - 1)) % names.length
    const after = swapped(texts, one, other)
    return {
      rows,
      objects: new Map([...objects, ...names.map((name, at) => [name, after[at]] as const)]),
    }
  },
} as const satisfies Record<string, Change>
