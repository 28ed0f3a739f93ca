import {
  escalationsOfAgency,
  escalationsOfHolder,
  escalationsOfPartnership,
  type QueueName,
  toldAt,
} from '../agencies/queues.ts'
import { present } from '../kernel/present.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { Review } from './review.ts'

const leadOf = (agency: string | undefined): QueueName =>
  agency === undefined ? escalationsOfPartnership : escalationsOfAgency(agency)

/** Where whoever is asked is told: the lead of the agency, of the partnership, or the authority's inbox. */
const askedAt = ({ asked, agency, authority, heldBy, isLeadsOnly }: Review): QueueName => {
  if (heldBy !== undefined) return toldAt(heldBy, isLeadsOnly === true)
  if (asked === 'sender-lead') return leadOf(agency)
  return asked === 'authority' && authority !== undefined
    ? toldAt(authority, isLeadsOnly === true)
    : escalationsOfPartnership
}

const messageTo = (
  review: Review,
  to: QueueName,
  { type, now }: { readonly type: 'review.raised' | 'review.overdue'; readonly now: Date },
): OutboxMessage => ({
  recordId: review.reviewId,
  recordVersion: review.version,
  to,
  type,
  urgency: review.urgency,
  ...present({ authority: review.authority }),
  kind: review.kind,
  concernId: review.concernId,
  status: 'PENDING',
  createdAt: now.toISOString(),
})

/** Whoever is asked is told by message. */
export const reviewMessage = (review: Review, now: Date): OutboxMessage =>
  messageTo(review, askedAt(review), { type: 'review.raised', now })

const leadsOf = ({ authority, heldBy }: Review): QueueName => {
  const asked = heldBy ?? authority
  return asked === undefined ? escalationsOfPartnership : escalationsOfHolder(asked)
}

/** Nobody has answered: the authority's lead of who somebody is, the partnership lead of what stays undisclosed. */
export const lapsedMessage = (review: Review, now: Date): OutboxMessage =>
  messageTo(review, leadsOf(review), { type: 'review.overdue', now })
