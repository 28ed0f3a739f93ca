import type { ReadList } from '../../casework/list-page.ts'
import { readableAmong } from './rows/if-readable.ts'
import { queryToEnd, type Row, type Store } from './store.ts'

/** One list of the inbox index: its partitions, that of its reader's lead alone among them, and what its rows hold. */
export type Inbox<Item> = {
  readonly partitionOf: (
    list: Parameters<ReadList<Item>>[0] & { readonly ofLead: boolean },
  ) => string
  readonly itemOf: (row: Row) => Item
}

const orderOf = (row: Row): string => String(row['inboxOrder'])

/** A partition of the inbox index, in its order. */
const listed = (casework: string, inbox: string) =>
  ({ table: casework, index: 'inbox', partition: { field: 'inbox', value: inbox } }) as const

/**
 * One page of somebody's list, in its order; `after` is a former page's `next`. What is the lead's alone stands in a list
 * of its own, and for the lead on the first page. A row that this code cannot read is told to `onUnreadable`, counted,
 * and hides no other.
 */
export const listInboxIn =
  <Item>(
    {
      store,
      casework,
      onUnreadable,
    }: {
      readonly store: Store
      readonly casework: string
      readonly onUnreadable: (error: unknown) => void
    },
    { partitionOf, itemOf }: Inbox<Item>,
  ): ReadList<Item> =>
  async (list, request) => {
    const [{ rows: page, next }, ofLead] = await Promise.all([
      store.query({ ...listed(casework, partitionOf({ ...list, ofLead: false })), ...request }),
      list.isLead && request.after === undefined
        ? queryToEnd(store, listed(casework, partitionOf({ ...list, ofLead: true })))
        : [],
    ])
    const rows = [...ofLead, ...page].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    const items = readableAmong(rows, itemOf, onUnreadable)
    const unreadable = rows.length - items.length
    return { items, ...(unreadable > 0 && { unreadable }), next }
  }
