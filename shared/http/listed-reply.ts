import type { ListedPage } from '../casework/list-page.ts'
import { present } from '../kernel/present.ts'
import type { Reply } from './contract.ts'

/** A page of a list: each item with its link, how many could not be read, where any, and the link to the page that follows. */
export const listedReply = <Item extends object>(
  { items, unreadable, next }: ListedPage<Item>,
  of: {
    readonly path: '/v1/alerts' | '/v1/reviews' | '/v1/emergency-access'
    readonly query: {
      readonly state: string
      readonly limit: string
      readonly with?: string | undefined
    }
    readonly idOf: (item: Item) => string
  },
): Reply => {
  const { state, limit, with: shown } = of.query
  const page = new URLSearchParams({ state, limit, ...present({ with: shown }) })
  return {
    status: 200,
    body: {
      items: items.map((item) => ({ ...item, links: { self: `${of.path}/${of.idOf(item)}` } })),
      ...present({ unreadable }),
      links: next === undefined ? {} : { next: `${of.path}?${page}&cursor=${next}` },
    },
  }
}
