import { type Caller, isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import type { Alert } from '../alerts/alert.ts'
import type { EmergencyAccessId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { opensTo } from '../reviews/admit-emergency.ts'
import { type EmergencyObject, nextAccess } from '../reviews/emergency-access.ts'
import {
  type CommitEmergencyDeps,
  entriesOf,
  type ReadEmergencyDeps,
  standingIn,
} from './emergency-deps.ts'
import type { RecordDeps } from './record-refusal.ts'
import { type ReadAlertInput, type TheirAlertDeps, theirAlert } from './their-alert.ts'

export type UseEmergencyAccessDeps = Pick<RecordDeps, 'newId' | 'now'> &
  ReadEmergencyDeps &
  CommitEmergencyDeps

/** By which access the caller says that they read, where they do. */
export type InEmergency = { readonly emergencyAccess?: EmergencyAccessId | undefined }

/**
 * Whether this reading is opened by the access that the caller names. If it is, that it was used is written first, so that
 * nothing is disclosed of which that is not on record.
 * @throws HubError store-busy when others write it again and again meanwhile
 */
export const useEmergencyAccess = async (
  {
    by,
    emergencyAccess,
    object,
  }: { readonly by: By; readonly object: EmergencyObject } & InEmergency,
  deps: UseEmergencyAccessDeps,
): Promise<boolean> => {
  if (emergencyAccess === undefined) return false
  return untilItHolds(async () => {
    const access = await deps.readAccess(emergencyAccess)
    const now = deps.now()
    const asking = { caller: by.caller, person: personOf(by), object, now }
    if (access === undefined || !opensTo(access, asking)) return false
    const { caseReference, purpose, uses } = access
    const record = recorderOf(
      { ...by, inCase: { caseReference, purpose } },
      { now, newId: deps.newId },
    )
    const used = nextAccess(access, { uses: uses + 1, lastUsedAt: now.toISOString() })
    const entries = entriesOf(record, 'EMERGENCY_ACCESS_USED', {
      access,
      standing: standingIn(access),
      codes: { use: String(used.uses) },
    })
    const committed = await deps.commitAccess({ access: used, messages: [], entries })
    return committed === 'changed' ? committed : true
  }, storeBusy('this access is being used'))
}

/**
 * Whether an emergency may open an alert at all: its lead's alone is for a lead, and what is told of an adopted child
 * stays with whom it was told, for that is struck from what anybody else reads.
 */
const mayOpen = (
  caller: Caller,
  { isLeadsOnly, isOfAdopted }: Pick<Alert, 'isLeadsOnly' | 'isOfAdopted'>,
): boolean =>
  isOfAdopted !== true &&
  (!isLeadsOnly ||
    isTheirs(caller, 'alert.see-leads-only', present({ authority: caller.authority })))

type Opened =
  | { readonly kind: 'theirs'; readonly alert: Alert; readonly isOpened: boolean }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** As {@link theirAlert}; and one that an emergency access opens. */
export const theirsOrOpened = async (
  input: ReadAlertInput & InEmergency,
  deps: TheirAlertDeps & UseEmergencyAccessDeps,
): Promise<Opened> => {
  const { by, alertId, emergencyAccess } = input
  const alert = emergencyAccess === undefined ? undefined : await deps.readAlert(alertId)
  const object = { kind: 'alert', id: alertId } as const
  if (alert !== undefined && mayOpen(by.caller, alert)) {
    const isOpened = await useEmergencyAccess({ by, emergencyAccess, object }, deps)
    if (isOpened) return { kind: 'theirs', alert, isOpened }
  } else if (emergencyAccess !== undefined) {
    // Read all the same: that there is such an alert is not to be learnt from one step more.
    await deps.readAccess(emergencyAccess)
  }
  const found = await theirAlert(input, deps)
  return found.kind === 'theirs' ? { ...found, isOpened: false } : found
}
