import type { ListedPage } from '../casework/list-page.ts'
import type { Reply } from './contract.ts'

/** A page of a list: each item with its link, and the link to the page that follows. */
export const listedReply = <Item extends object>(
  { items, next }: ListedPage<Item>,
  of: {
    readonly path: '/v1/alerts' | '/v1/reviews'
    readonly query: { readonly state: string; readonly limit: string }
    readonly idOf: (item: Item) => string
  },
): Reply => {
  const { state, limit } = of.query
  return {
    status: 200,
    body: {
      items: items.map((item) => ({ ...item, links: { self: `${of.path}/${of.idOf(item)}` } })),
      links:
        next === undefined
          ? {}
          : { next: `${of.path}?state=${state}&limit=${limit}&cursor=${next}` },
    },
  }
}
