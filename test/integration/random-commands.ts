import type { Random } from '../../local/people/random.ts'
import type {
  Action,
  Change,
  Condition,
  Key,
  KeyedRow,
  Query,
  Range,
  Row,
} from '../../shared/aws/dynamodb/store.ts'
import type { IndexDefinition } from '../../shared/aws/dynamodb/tables.ts'

/** One call of a store, with all that it is asked. */
export type Command =
  | { readonly kind: 'get'; readonly table: string; readonly key: Key }
  | { readonly kind: 'batch'; readonly table: string; readonly keys: readonly Key[] }
  | { readonly kind: 'update'; readonly table: string; readonly change: Change }
  | { readonly kind: 'transact'; readonly actions: readonly Action[] }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'list'; readonly query: Query; readonly sortKey: string }

type Place = {
  readonly table: string
  readonly indexes: Readonly<Record<string, IndexDefinition>>
}

/** Few enough keys that commands meet, and one that no table takes. */
const partitions = ['A', 'B', 'C'] as const
const sorts = ['R#1', 'R#2', 'R#3', 'R#4', 'S', 'é', 'Z#10'] as const
const keyOf = (random: Random): Key => {
  const sk = random.chance(0.02) ? '' : random.pick(sorts)
  return { pk: random.pick(partitions), sk }
}

const values = ['', 'PENDING', 'SENT', 0, 1, 2.5, -3, true, false, null] as const
const nested = (random: Random): unknown =>
  random.pick([
    [1, 'a', null],
    [],
    {},
    { list: [{ deep: [0.1] }], gone: undefined },
    Uint8Array.of(0, 255),
    { action: 'SENT', actor: 'a' },
    { action: 'READ', actor: 'b' },
  ])

/** Fields of a row: plain, nested, and at times those by which an index has it; at times of a kind that an index refuses. */
const fieldsOf = (random: Random, { indexes }: Place): Row => {
  const index = random.pick(Object.values(indexes))
  const isIndexed = random.chance(0.5)
  return {
    ...(random.chance(0.7) && { status: random.pick(values) }),
    ...(random.chance(0.5) && { version: random.between(1, 3) }),
    ...(random.chance(0.5) && { inner: nested(random) }),
    ...(isIndexed && {
      [index.partitionKey]: random.chance(0.03) ? 7 : random.pick(['ONE', 'TWO']),
      [index.sortKey]: index.sortKey === 'pk' ? undefined : sortOf(random),
    }),
  }
}
const sortOf = (random: Random): unknown =>
  random.chance(0.03) ? '' : random.pick(['2024', '2025', '2026'])

const rowOf = (random: Random, place: Place): KeyedRow => ({
  ...fieldsOf(random, place),
  ...keyOf(random),
})

const conditionOf = (random: Random): Condition =>
  random.pick<Condition>([
    { kind: 'absent' },
    { kind: 'has', field: 'status' },
    { kind: 'has', field: 'version' },
    { kind: 'equals', field: 'version', value: random.between(1, 3) },
    { kind: 'equals', field: 'status', value: 'PENDING' },
  ])

const changeOf = (random: Random, place: Place): Change => {
  const { version: _, ...set } = fieldsOf(random, place)
  return {
    key: keyOf(random),
    ...(random.chance(0.7) && { set }),
    ...(random.chance(0.5) && { add: { count: random.between(-2, 3) } }),
    ...(random.chance(0.4) && { remove: [random.pick(['version', 'later'])] }),
  }
}

const actionOf = (random: Random, place: Place): Action => {
  const { table } = place
  const condition = random.chance(0.4) ? conditionOf(random) : undefined
  switch (random.pick(['put', 'put', 'update', 'delete', 'check'] as const)) {
    case 'put':
      return { kind: 'put', table, row: rowOf(random, place), condition }
    case 'update':
      return { kind: 'update', table, ...changeOf(random, place), condition }
    case 'delete':
      return { kind: 'delete', table, key: keyOf(random), condition }
    case 'check':
      return { kind: 'check', table, key: keyOf(random), condition: conditionOf(random) }
  }
}

const rangeOf = (random: Random, field: string, from: readonly string[]): Range => {
  const one = random.pick(from)
  return random.pick<Range>([
    { kind: 'begins', field, with: one.slice(0, 2) },
    { kind: 'between', field, from: from[0] ?? '', to: one },
    { kind: 'before', field, end: one },
  ])
}

const baseQuery = (random: Random, { table }: Place): Query => ({
  table,
  partition: { field: 'pk', value: random.pick(partitions) },
  consistent: true,
  ...(random.chance(0.5) && { range: rangeOf(random, 'sk', sorts) }),
  ...(random.chance(0.4) && { descending: true }),
  ...(random.chance(0.5) && { limit: random.between(1, 3) }),
  ...(random.chance(0.3) && { filter: { within: 'inner', equals: { action: 'SENT' } } }),
})

const indexQuery = (random: Random, { table, indexes }: Place): Command => {
  const [index, { partitionKey, sortKey }] = random.pick(Object.entries(indexes))
  const query: Query = {
    table,
    index,
    partition: { field: partitionKey, value: random.pick(['ONE', 'TWO']) },
    ...(random.chance(0.5) && { range: rangeOf(random, sortKey, ['2024', '2025', '2026']) }),
    ...(random.chance(0.4) && { descending: true }),
    ...(random.chance(0.4) && { limit: 2 }),
    ...(random.chance(0.05) && { consistent: true }),
  }
  return { kind: 'list', query, sortKey }
}

/** A command such as the adapters send, or a little worse. */
export const commandFrom = (random: Random, place: Place): Command => {
  const { table } = place
  const some = (most: number): readonly number[] =>
    Array.from({ length: random.between(1, most) }, (_, at) => at)
  switch (
    random.pick(['transact', 'transact', 'update', 'get', 'batch', 'query', 'list'] as const)
  ) {
    case 'get':
      return { kind: 'get', table, key: keyOf(random) }
    case 'batch':
      return { kind: 'batch', table, keys: some(4).map(() => keyOf(random)) }
    case 'update':
      return { kind: 'update', table, change: changeOf(random, place) }
    case 'transact':
      return { kind: 'transact', actions: some(4).map(() => actionOf(random, place)) }
    case 'query':
      return random.chance(0.5)
        ? { kind: 'query', query: baseQuery(random, place) }
        : { kind: 'list', query: baseQuery(random, place), sortKey: 'sk' }
    case 'list':
      return indexQuery(random, place)
  }
}
