import { isOverdue, type ListedAlert } from '../alerts/alert.ts'
import type { ListedChild } from '../assessing/children-listed.ts'
import type { Recorder } from '../audit/audit-entry.ts'
import {
  type Added,
  type ListedPage,
  type ListInput,
  type ListPageDeps,
  listPage,
  type ReadList,
} from './list-page.ts'
import { type ReadInitialsDeps, readInitials } from './read-initials.ts'

export type ListAlertsDeps = ListPageDeps &
  ReadInitialsDeps & { readonly list: ReadList<ListedAlert> }

/** An alert in a list, with its children where they were asked for and are there. */
type Line = ListedAlert & { readonly children?: readonly ListedChild[] }
type InList = Line & { readonly isOverdue: boolean }

type ListAlertsInput = ListInput & {
  /** Whether initials and ages of the children are shown, by a named person and on record. */
  readonly withInitials?: boolean
}

/** The lines with their children; one act for the log, which names each alert of which something was shown. */
const withChildren =
  (clientId: string, deps: ListAlertsDeps) =>
  async (items: readonly Line[], entry: Recorder): Promise<Added<Line>> => {
    const ids = items.map(({ alertId }) => alertId)
    const shown = new Map(
      (await readInitials(ids, deps.now(), deps)).map((one) => [one.alertId, one]),
    )
    if (shown.size === 0) return { items, entries: [] }
    const people = [...shown.keys(), ...[...shown.values()].flatMap((one) => one.people)]
    return {
      items: items.map((item) => {
        const children = shown.get(item.alertId)?.children
        return children === undefined ? item : { ...item, children }
      }),
      entries: entry('ALERT_INITIALS_READ', [clientId], {
        people,
        codes: { alerts: String(shown.size) },
      }),
    }
  }

/** The alerts of the caller's authority, a page of those open or closed. */
export const listAlerts = async (
  { withInitials = false, ...input }: ListAlertsInput,
  deps: ListAlertsDeps,
): Promise<ListedPage<InList>> => {
  const { items, ...page } = await listPage<Line>(
    input,
    {
      list: 'alerts',
      action: 'ALERTS_LISTED',
      read: deps.list,
      ...(withInitials && { added: withChildren(input.by.caller.clientId, deps) }),
    },
    deps,
  )
  const now = deps.now()
  const isOpen = input.state === 'open'
  return {
    items: items.map((item) => ({ ...item, isOverdue: isOpen && isOverdue(item, now) })),
    ...page,
  }
}
