import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import { HubError } from '../kernel/hub-error.ts'
import { emergencyAccessIdSchema } from '../kernel/ids.ts'
import {
  askedAccess,
  type EmergencyAccess,
  type EmergencyObject,
} from '../reviews/emergency-access.ts'
import { askedMessage } from '../reviews/emergency-message.ts'
import { type CommitEmergencyDeps, entriesOf, type FindObject } from './emergency-deps.ts'
import type { RecordDeps } from './record-refusal.ts'

export type AskEmergencyAccessInput = {
  readonly by: By
  readonly object: EmergencyObject
  readonly justification: string
}

export type AskEmergencyAccessDeps = Pick<RecordDeps, 'newId' | 'now'> &
  CommitEmergencyDeps & { readonly findObject: FindObject }

/**
 * Asks to read one object in an emergency. The answer is the same for any object, there or not, whosever it is: it opens
 * nothing until a second person has approved, and their leads are told that it waits.
 * @throws HubError request-invalid when the caller names no authority, person or case
 */
export const askEmergencyAccess = async (
  { by, object, justification }: AskEmergencyAccessInput,
  { findObject, commitAccess, newId, now: clock }: AskEmergencyAccessDeps,
): Promise<EmergencyAccess> => {
  const { authority } = by.caller
  const { inCase } = by
  if (authority === undefined || inCase === undefined || by.practitioner === undefined)
    throw new HubError('request-invalid', 'who asks, in which case and for what')
  const now = clock()
  const accessId = emergencyAccessIdSchema.parse(newId(now))
  const asked = { accessId, object, justification, ...inCase, authority, asker: personOf(by) }
  const access = askedAccess(asked, now)
  const standing = await findObject(object)
  const record = recorderOf(by, { now, newId })
  const entries = entriesOf(record, 'EMERGENCY_ACCESS_ASKED', { access, standing })
  await commitAccess({ access, messages: [askedMessage(access, now)], entries })
  return access
}
