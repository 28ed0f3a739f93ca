import { afterLapse, type Span } from '../calendar/span.ts'
import { nextDigest } from '../calendar/working-days.ts'
import type { Urgency } from '../codes/response-times.ts'
import type { MessageType, OutboxMessage } from './outbox-message.ts'

/** After so long without an answer what was told first is told again: H4, H3, all else. */
const firstAgainAfter = {
  immediate: { hours: 0.25 },
  today: { hours: 1 },
  routine: { days: 1 },
} as const satisfies Record<Urgency, Span>

/** From then on, whatever its level: others are told of what is overdue meanwhile. */
const thenEvery: Span = { days: 1 }

/**
 * Messages that somebody answers: a queue may have lost one that a topic took (F22). A chase is followed by the next, and all
 * else stands in a list besides.
 */
const answered: readonly MessageType[] = [
  'alert.raised',
  'alert.updated',
  'alert.challenged',
  'review.raised',
]

/** When a message that is sent now is sent again, unless it was answered; of one sent late once, not as often as was missed. */
export const againAt = (
  message: Pick<
    OutboxMessage,
    'type' | 'urgency' | 'isOfClosed' | 'digestAt' | 'againAt' | 'timesAgain'
  >,
  now: Date,
): string | undefined => {
  const { type, urgency, isOfClosed, digestAt, againAt: due, timesAgain = 0 } = message
  if (!answered.includes(type) || isOfClosed === true) return undefined
  if (digestAt !== undefined) return nextDigest(now).toISOString()
  const span = timesAgain === 0 ? firstAgainAfter[urgency] : thenEvery
  return afterLapse(due === undefined ? now : new Date(due), span, now).toISOString()
}
