import type { Row, Store } from './store.ts'

export type PageRequest = { readonly limit: number; readonly after: Row | undefined }
export type Page<Item> = { readonly items: readonly Item[]; readonly next: Row | undefined }

/** One page of a partition of the inbox index, in its order; `after` is a former page's `next`. */
export const readInbox = async (
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
