/** Anything under a key. */
export type Keyed<Item> = { readonly key: string; readonly item: Item }

/** Takes items in any order and gives them by key, of one key in the order in which they came, as often as asked. How much of it is in memory is its own affair. */
export type Sorter<Item> = {
  readonly add: (key: string, item: Item) => Promise<void>
  readonly sorted: () => AsyncIterable<Keyed<Item>>
}

/** Where sorters come from. */
export type Sorting = { readonly sorter: <Item>() => Sorter<Item> }

/** All items of one key. */
export type Group<Item> = { readonly key: string; readonly items: readonly Item[] }

/** Items by key, those of one key together. */
export async function* grouped<Item>(
  sorted: AsyncIterable<Keyed<Item>>,
): AsyncGenerator<Group<Item>> {
  let key: string | undefined
  let items: Item[] = []
  for await (const one of sorted) {
    if (key !== undefined && one.key !== key) {
      yield { key, items }
      items = []
    }
    key = one.key
    items.push(one.item)
  }
  if (key !== undefined) yield { key, items }
}

export type Joined<Left, Right> = {
  readonly key: string
  readonly left: readonly Left[]
  readonly right: readonly Right[]
}

type Next<Item> = IteratorResult<Group<Item>, unknown>

const keyOf = (next: Next<unknown>): string | undefined =>
  next.done === true ? undefined : next.value.key

const least = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined || other === undefined) return one ?? other
  return one <= other ? one : other
}

const itemsAt = <Item>(next: Next<Item>, key: string): readonly Item[] =>
  next.done !== true && next.value.key === key ? next.value.items : []

/** Groups of two sorted streams side by side; of a key that only one of them has, the other's are none. */
export async function* joined<Left, Right>(
  lefts: AsyncIterable<Keyed<Left>>,
  rights: AsyncIterable<Keyed<Right>>,
): AsyncGenerator<Joined<Left, Right>> {
  const one = grouped(lefts)
  const other = grouped(rights)
  let left: Next<Left> = await one.next()
  let right: Next<Right> = await other.next()
  let key = least(keyOf(left), keyOf(right))
  while (key !== undefined) {
    yield { key, left: itemsAt(left, key), right: itemsAt(right, key) }
    if (keyOf(left) === key) left = await one.next()
    if (keyOf(right) === key) right = await other.next()
    key = least(keyOf(left), keyOf(right))
  }
}
