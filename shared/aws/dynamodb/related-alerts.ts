import type { Alert } from '../../alerts/alert.ts'
import type { RelatedAlert } from '../../alerts/answers/prior-alerts.ts'
import type { InheritsDeps } from '../../casework/inherits.ts'
import type { AlertId } from '../../kernel/ids.ts'
import { relatedAlertKind } from './alert-kinds.ts'
import { alertOf } from './alert-rows.ts'
import { alertKey, childAlertKey } from './keys.ts'
import { requireWhole } from './left-over-marks.ts'
import { queryToEnd, type Store } from './store.ts'

/** An alert in the list of each child it names. One that names nobody, or an adopted child, is in no list. */
export const childAlertRows = ({
  alertId,
  authority,
  harm,
  raisedAt,
  children,
  agencyName,
  isLeadsOnly,
}: Alert) =>
  children.map((childId) => ({
    ...childAlertKey(childId, alertId),
    related: {
      ...{ alertId, authority, harm, raisedAt, agencyName },
      ...(isLeadsOnly && { isLeadsOnly }),
    },
  }))

const alertsOfChild = async (
  store: Store,
  casework: string,
  childId: string,
): Promise<RelatedAlert[]> => {
  const { pk, sk } = childAlertKey(childId, '')
  const rows = await queryToEnd(store, {
    table: casework,
    partition: { field: 'pk', value: pk },
    range: { kind: 'begins', field: 'sk', with: sk },
    descending: true,
    consistent: true,
  })
  return rows.map((row) => relatedAlertKind.read(row).related)
}

/** Of each child in turn. @throws HubError store-busy while a decision about one of them is only partly written */
const alertsOfChildren = async (
  store: Store,
  casework: string,
  childIds: readonly string[],
): Promise<RelatedAlert[]> => {
  if (childIds.length === 0) return []
  const partitions = childIds.map((childId) => childAlertKey(childId, '').pk)
  await requireWhole({ store, casework }, partitions)
  const lists = await Promise.all(
    childIds.map((childId) => alertsOfChild(store, casework, childId)),
  )
  return lists.flat()
}

/** Alerts that name a child, whosever they are. */
export const alertsAboutIn =
  (store: Store, casework: string): InheritsDeps['alertsAbout'] =>
  (childId) =>
    alertsOfChildren(store, casework, [childId])

/**
 * Alerts to the same authority, or to the ended one whose alert this was, about the children that this one names, each once; one query a child, all at once. What is
 * the lead's alone only for the lead.
 */
export const relatedIn =
  (store: Store, casework: string) =>
  async (
    { authority, children, inherited }: Pick<Alert, 'authority' | 'children' | 'inherited'>,
    { isLead }: { readonly isLead: boolean },
  ): Promise<readonly RelatedAlert[]> => {
    const theirs = (await alertsOfChildren(store, casework, children)).filter(
      (one) =>
        (one.authority === authority || one.authority === inherited?.from) &&
        (isLead || one.isLeadsOnly !== true),
    )
    return [...new Map(theirs.map((related) => [related.alertId, related])).values()]
  }

/** Those that nobody has acknowledged, as they stand now. */
export const unreadAmongIn =
  (store: Store, casework: string) =>
  async (alertIds: readonly AlertId[]): Promise<readonly AlertId[]> => {
    const rows = await store.batch({ [casework]: alertIds.map(alertKey) })
    return rows
      .map(alertOf)
      .filter(({ state, moved }) => state === 'RAISED' && moved === undefined)
      .map(({ alertId }) => alertId)
  }
