import type { Item } from '../../cli/recovery/item-digest.ts'
import type { Target } from '../../cli/recovery/recovery-ports.ts'

const keyOf = (item: Item): string => `${item['pk']?.S} ${item['sk']?.S}`

type MapTarget = { -readonly [Name in keyof Target]: Target[Name] } & {
  readonly rows: (table: string) => Map<string, Item>
}

/** Tables as maps, which keep rows as they are given them. A test may put something in the place of what it does. */
export const mapTarget = (): MapTarget => {
  const tables = new Map<string, Map<string, Item>>()
  const rows = (table: string): Map<string, Item> => {
    const found = tables.get(table) ?? new Map<string, Item>()
    tables.set(table, found)
    return found
  }
  return {
    rows,
    put: async (table, item) => {
      const stood = rows(table).get(keyOf(item))
      if (stood === undefined) rows(table).set(keyOf(item), item)
      return stood
    },
    get: async (table, { pk, sk }) => rows(table).get(`${pk} ${sk}`),
    items: async function* items(table) {
      yield [...rows(table).values()]
    },
    isEmpty: async (table) => rows(table).size === 0,
    streamLabel: async () => undefined,
  }
}
