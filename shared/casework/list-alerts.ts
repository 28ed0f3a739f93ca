import type { ListedAlert } from '../alerts/alert.ts'
import {
  type ListedPage,
  type ListInput,
  type ListPageDeps,
  listPage,
  type ReadList,
} from './list-page.ts'

export type ListAlertsDeps = ListPageDeps & { readonly list: ReadList<ListedAlert> }

/** The alerts of the caller's authority, a page of those open or closed. */
export const listAlerts = (
  input: ListInput,
  deps: ListAlertsDeps,
): Promise<ListedPage<ListedAlert>> =>
  listPage(input, { list: 'alerts', action: 'ALERTS_LISTED', read: deps.list }, deps)
