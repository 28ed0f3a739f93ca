import type { DirectoryDeps } from '../agencies/directory.ts'
import { holderOf } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { londonDay } from '../calendar/london-day.ts'
import { authorityOf, type EmergencyAccessId } from '../kernel/ids.ts'
import { type ApprovalRefusal, approvalRefusalOf } from '../reviews/admit-emergency.ts'
import {
  approvedAccess,
  type EmergencyAccess,
  type StandingObject,
} from '../reviews/emergency-access.ts'
import { approvedMessage } from '../reviews/emergency-message.ts'
import {
  type CommitEmergencyDeps,
  entriesOf,
  type FindObject,
  type ReadEmergencyDeps,
} from './emergency-deps.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ApproveEmergencyAccessDeps = RecordDeps &
  DirectoryDeps &
  ReadEmergencyDeps &
  CommitEmergencyDeps & { readonly findObject: FindObject }

export type ApproveEmergencyAccessResult =
  | { readonly kind: 'approved'; readonly access: EmergencyAccess }
  | { readonly kind: 'not-found' | ApprovalRefusal }

/** Whose it was said to be: a child's by its id, there or not; of an alert that is not there, nobody's. */
const statedOwner = ({ object }: EmergencyAccess, standing: StandingObject | undefined): string =>
  standing?.owner ?? (object.kind === 'chronology' ? authorityOf(object.id) : '')

/**
 * Approves, as the second person, what somebody of the same authority asks. From then on it opens for half an hour, and the
 * owner's leads are told at once and asked to review it, whether or not there is such an object: whoever tries ids is reviewed too.
 */
export const approveEmergencyAccess = async (
  { by, accessId }: { readonly by: By; readonly accessId: EmergencyAccessId },
  deps: ApproveEmergencyAccessDeps,
): Promise<ApproveEmergencyAccessResult> => {
  const access = await deps.readAccess(accessId)
  if (access === undefined) return { kind: 'not-found' }
  const now = deps.now()
  const person = personOf(by)
  const refusal = approvalRefusalOf(access, { caller: by.caller, person, now })
  if (refusal !== undefined) return { kind: refusal }
  const [standing, directory] = await Promise.all([
    deps.findObject(access.object),
    deps.readDirectory(),
  ])
  const owner = holderOf(directory, statedOwner(access, standing), londonDay(now))
  const approved = approvedAccess(access, { person, owner, standing }, now)
  const record = recorderOf(by, { now, newId: deps.newId })
  const entries = entriesOf(record, 'EMERGENCY_ACCESS_APPROVED', {
    access,
    standing,
    codes: { owner },
  })
  const messages = [approvedMessage(approved, now)]
  const committed = await deps.commitAccess({ access: approved, messages, entries })
  return committed === 'committed' ? { kind: 'approved', access: approved } : { kind: 'closed' }
}
