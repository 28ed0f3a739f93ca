import { escalationsOf, escalationsOfHolder, escalationsOfPartnership } from '../agencies/queues.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { EmergencyAccess } from './emergency-access.ts'

const messageOf = (
  { accessId, version, owner, object }: EmergencyAccess,
  now: Date,
): Omit<OutboxMessage, 'to' | 'type' | 'urgency'> => ({
  recordId: accessId,
  recordVersion: version,
  ...(owner !== undefined && owner !== 'HOLDING' && { authority: owner }),
  kind: object.kind,
  status: 'PENDING',
  createdAt: now.toISOString(),
})

/** The leads of whoever asks are told at once that it waits for one of them, whatever is asked for. */
export const askedMessage = (access: EmergencyAccess, now: Date): OutboxMessage => ({
  ...messageOf(access, now),
  authority: access.authority,
  to: escalationsOf(access.authority),
  type: 'emergency-access.asked',
  urgency: 'immediate',
})

/** The owner's leads are told at once, in the night as by day, whether or not the object is there. */
export const approvedMessage = (access: EmergencyAccess, now: Date): OutboxMessage => ({
  ...messageOf(access, now),
  to: access.owner === undefined ? escalationsOfPartnership : escalationsOfHolder(access.owner),
  type: 'emergency-access.approved',
  urgency: 'today',
})

/** Nobody has reviewed it in time. */
export const unreviewedMessage = (access: EmergencyAccess, now: Date): OutboxMessage => ({
  ...messageOf(access, now),
  to: escalationsOfPartnership,
  type: 'emergency-access.overdue',
  urgency: 'today',
})
