import type { ReadList } from '../../casework/list-page.ts'
import type { Row, Store } from './store.ts'

export type PageRequest = { readonly limit: number; readonly after: Row | undefined }
export type Page<Item> = { readonly items: readonly Item[]; readonly next: Row | undefined }

/** One list of the inbox index: its partitions, that of its reader's lead alone among them, and what its rows hold. */
export type Inbox<Item> = {
  readonly partitionOf: (
    list: Parameters<ReadList<Item>>[0] & { readonly ofLead: boolean },
  ) => string
  readonly itemOf: (row: Row) => Item
}

/** Of the lead's alone, a page of the index: all pages are listed. */
const perPageOfLead = 100

const orderOf = (row: Row): string => String(row['inboxOrder'])

/** One page of a partition of the inbox index, in its order; `after` is a former page's `next`. */
const readInbox = async (
  { store, casework }: { readonly store: Store; readonly casework: string },
  inbox: string,
  { limit, after }: PageRequest,
): Promise<Page<Row>> => {
  const partition = { field: 'inbox', value: inbox }
  const { rows, next } = await store.query({
    table: casework,
    index: 'inbox',
    partition,
    limit,
    after,
  })
  return { items: rows, next }
}

/** All of a partition, in its order. */
const readInboxToEnd = async (
  from: Parameters<typeof readInbox>[0],
  inbox: string,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  let after: Row | undefined
  do {
    const page = await readInbox(from, inbox, { limit: perPageOfLead, after })
    rows.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return rows
}

/**
 * One page of somebody's list, in its order; `after` is a former page's `next`. What is the lead's alone stands in a list
 * of its own, and for the lead on the first page. A row that this code cannot read is told to `onUnreadable`, counted,
 * and hides no other.
 */
export const listInboxIn =
  <Item>(
    from: {
      readonly store: Store
      readonly casework: string
      readonly onUnreadable: (error: unknown) => void
    },
    { partitionOf, itemOf }: Inbox<Item>,
  ): ReadList<Item> =>
  async (list, page) => {
    const [{ items, next }, ofLead] = await Promise.all([
      readInbox(from, partitionOf({ ...list, ofLead: false }), page),
      list.isLead && page.after === undefined
        ? readInboxToEnd(from, partitionOf({ ...list, ofLead: true }))
        : [],
    ])
    const rows = [...ofLead, ...items].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    const readable = rows.flatMap((row) => {
      try {
        return [itemOf(row)]
      } catch (error) {
        from.onUnreadable(error)
        return []
      }
    })
    const unreadable = rows.length - readable.length
    return { items: readable, ...(unreadable > 0 && { unreadable }), next }
  }
