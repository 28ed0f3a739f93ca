import { isOverdue, type ListedAlert } from '../alerts/alert.ts'
import {
  type ListedPage,
  type ListInput,
  type ListPageDeps,
  listPage,
  type ReadList,
} from './list-page.ts'

export type ListAlertsDeps = ListPageDeps & { readonly list: ReadList<ListedAlert> }

type InList = ListedAlert & { readonly isOverdue: boolean }

/** The alerts of the caller's authority, a page of those open or closed. */
export const listAlerts = async (
  input: ListInput,
  deps: ListAlertsDeps,
): Promise<ListedPage<InList>> => {
  const from = { list: 'alerts', action: 'ALERTS_LISTED', read: deps.list } as const
  const { items, ...page } = await listPage(input, from, deps)
  const now = deps.now()
  const isOpen = input.state === 'open'
  return {
    items: items.map((item) => ({ ...item, isOverdue: isOpen && isOverdue(item, now) })),
    ...page,
  }
}
