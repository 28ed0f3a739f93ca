import type {
  CommitEmergencyDeps,
  FindObject,
  ReadEmergencyDeps,
} from '../../casework/emergency-deps.ts'
import type { ReadList } from '../../casework/list-page.ts'
import { authorityOf } from '../../kernel/ids.ts'
import { turnOf } from '../../reviews/admit-emergency.ts'
import { type EmergencyAccess, isOpenAccess } from '../../reviews/emergency-access.ts'
import { type ListedEmergency, listedEmergencySchema } from '../../reviews/emergency-view.ts'
import { putNew, putVersion } from './actions.ts'
import { outboxRow } from './alert-rows.ts'
import { readAlertIn } from './alerts.ts'
import { auditRows } from './audit-rows.ts'
import { emergencyKind, emergencyLineKind } from './emergency-kinds.ts'
import { naming } from './entries-of-moves.ts'
import { listInboxIn } from './inbox.ts'
import { emergencyKey } from './keys.ts'
import { readChildIn } from './register.ts'
import type { Store } from './store.ts'
import { waitingIn } from './waiting-place.ts'

export const waitingForEmergency = 'EMERGENCY'

/** How long one is kept after it was reviewed or lapsed, with what was said: as long as somebody may ask about it [D]. */
const keptDays = 365

/** Partition of the inbox index: what one holder has still to approve or review, or has. */
export const emergencyInboxOf = (holder: string | undefined, isOpen: boolean): string =>
  `${holder}#EMERGENCY#${isOpen ? 'OPEN' : 'CLOSED'}`

const standingOf = (access: EmergencyAccess) =>
  isOpenAccess(access)
    ? {
        waitingFor: waitingIn(waitingForEmergency, access.accessId),
        waitingUntil: access.dueAt,
      }
    : {
        expiresAt:
          Math.ceil(Date.parse(access.closedAt ?? access.dueAt) / 1000) + keptDays * 24 * 60 * 60,
      }

export const emergencyRow = (access: EmergencyAccess) => {
  const { accessId, object, state, version, askedAt: raisedAt, dueAt } = access
  return {
    ...emergencyKey(accessId),
    kind: object.kind,
    ...{ state, version, raisedAt, dueAt },
    inbox: emergencyInboxOf(turnOf(access), isOpenAccess(access)),
    inboxOrder: `${dueAt}#${accessId}`,
    ...standingOf(access),
    access,
  }
}

export const readEmergencyIn =
  (store: Store, casework: string): ReadEmergencyDeps['readAccess'] =>
  async (accessId) => {
    const row = await store.get(casework, emergencyKey(accessId))
    return row === undefined ? undefined : emergencyKind.read(row).access
  }

export const commitEmergencyIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): CommitEmergencyDeps['commitAccess'] =>
  async ({ access, messages, entries }) => {
    const result = await store.transact([
      putVersion(tables.casework, emergencyRow(access)),
      ...messages.map((message) => putNew(tables.casework, outboxRow(message))),
      ...auditRows(tables.auditEntries, naming(entries, { accesses: [access] })),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }

/** Whoever may list them is a lead: there is no list of a lead's alone beside it. */
export const listEmergenciesIn = (
  store: Store,
  casework: string,
  onUnreadable: (error: unknown) => void,
): ReadList<ListedEmergency> => {
  const list = listInboxIn<ListedEmergency>(
    { store, casework, onUnreadable },
    {
      partitionOf: ({ owner, isOpen }) => emergencyInboxOf(owner.authority, isOpen),
      itemOf: (row) =>
        listedEmergencySchema.parse({
          accessId: String(row['pk']).split('#')[1],
          ...emergencyLineKind.read(row),
        }),
    },
  )
  return (of, page) => list({ ...of, isLead: false }, page)
}

/** What may be opened, as it stands: one read, there or not. */
export const findObjectIn =
  (
    store: Store,
    { casework, register }: { readonly casework: string; readonly register: string },
  ): FindObject =>
  async (object) => {
    if (object.kind === 'alert') {
      const alert = await readAlertIn(store, casework)(object.id)
      return alert && { owner: alert.authority, children: alert.children }
    }
    const child = await readChildIn(store, register)(object.id)
    return child && { owner: authorityOf(object.id), children: [object.id] }
  }
