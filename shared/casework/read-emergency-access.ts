import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import type { EmergencyAccessId } from '../kernel/ids.ts'
import { isAsker, isOfOwner } from '../reviews/admit-emergency.ts'
import {
  type EmergencyView,
  emergencyView,
  type ListedEmergency,
} from '../reviews/emergency-view.ts'
import { entriesOf, type ReadEmergencyDeps, standingIn } from './emergency-deps.ts'
import {
  type ListedPage,
  type ListInput,
  type ListPageDeps,
  listPage,
  type ReadList,
} from './list-page.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ReadEmergencyAccessDeps = RecordDeps & ReadEmergencyDeps

export type ReadEmergencyAccessResult =
  | { readonly kind: 'found'; readonly view: EmergencyView }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads what was asked and why: as whoever asked or is to approve it, or as whoever holds the object. The entry comes before anything is disclosed. */
export const readEmergencyAccess = async (
  { by, accessId }: { readonly by: By; readonly accessId: EmergencyAccessId },
  deps: ReadEmergencyAccessDeps,
): Promise<ReadEmergencyAccessResult> => {
  const access = await deps.readAccess(accessId)
  if (access === undefined) return { kind: 'not-found' }
  const { authority } = access
  const isOwner = isOfOwner(by.caller, 'emergency.read', access)
  const isOwn = isTheirs(by.caller, 'emergency.ask', { authority }) && isAsker(access, personOf(by))
  if (!isOwner && !isOwn && !isTheirs(by.caller, 'emergency.read', { authority }))
    return { kind: 'not-theirs' }
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const standing = standingIn(access)
  await deps.record(entriesOf(record, 'EMERGENCY_ACCESS_READ', { access, standing }))
  return { kind: 'found', view: emergencyView(access, { isOwner }) }
}

export type ListEmergencyAccessesDeps = ListPageDeps & {
  readonly list: ReadList<ListedEmergency>
}

/** What waits for a lead of the caller's: to be approved, or reviewed; or what is closed. */
export const listEmergencyAccesses = (
  input: ListInput,
  deps: ListEmergencyAccessesDeps,
): Promise<ListedPage<ListedEmergency>> =>
  listPage(
    input,
    { list: 'emergency-access', action: 'EMERGENCY_ACCESSES_LISTED', read: deps.list },
    deps,
  )
