import type { Recorder } from '../audit/audit-entry.ts'
import { dueAfterLapse } from '../calendar/working-days.ts'
import type { Clock } from '../kernel/clock.ts'
import type { EmergencyAccessId } from '../kernel/ids.ts'
import { type EmergencyAccess, isOpenAccess, nextAccess } from '../reviews/emergency-access.ts'
import { unreviewedMessage } from '../reviews/emergency-message.ts'
import {
  type CommitEmergencyDeps,
  entriesOf,
  type ReadEmergencyDeps,
  standingIn,
} from './emergency-deps.ts'

export type AttendEmergencyDeps = ReadEmergencyDeps &
  CommitEmergencyDeps & { readonly recorder: (now: Date) => Recorder; readonly now: Clock }

export type AttendEmergencyResult = { readonly kind: 'lapsed' | 'chased' | 'not-due' }

const lapsed = (access: EmergencyAccess, now: Date): EmergencyAccess =>
  nextAccess(access, { state: 'LAPSED', closedAt: now.toISOString() })

/** As a review of who somebody is, it stays open, and is told again each working day. */
const chased = (access: EmergencyAccess, now: Date): EmergencyAccess =>
  nextAccess(access, {
    chases: access.chases + 1,
    dueAt: dueAfterLapse(new Date(access.dueAt), 1, now).toISOString(),
  })

/** What nobody approved in time lapses; what its owner's lead has not reviewed in time is the partnership lead's too. */
export const attendEmergency = async (
  { accessId }: { readonly accessId: EmergencyAccessId },
  deps: AttendEmergencyDeps,
): Promise<AttendEmergencyResult> => {
  const access = await deps.readAccess(accessId)
  const now = deps.now()
  if (access === undefined || !isOpenAccess(access) || Date.parse(access.dueAt) > now.getTime())
    return { kind: 'not-due' }
  const isLapsed = access.state === 'ASKED'
  const next = isLapsed ? lapsed(access, now) : chased(access, now)
  const action = isLapsed ? 'EMERGENCY_ACCESS_LAPSED' : 'EMERGENCY_ACCESS_CHASED'
  const codes = isLapsed ? {} : { chases: String(next.chases) }
  const standing = standingIn(access)
  const entries = entriesOf(deps.recorder(now), action, { access, standing, codes })
  const messages = isLapsed ? [] : [unreviewedMessage(next, now)]
  const committed = await deps.commitAccess({ access: next, messages, entries })
  if (committed === 'changed') return { kind: 'not-due' }
  return { kind: isLapsed ? 'lapsed' : 'chased' }
}
