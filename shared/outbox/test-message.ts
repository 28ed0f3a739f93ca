import { createHash } from 'node:crypto'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { inboxOf } from '../agencies/queues.ts'
import type { OutboxMessage } from './outbox-message.ts'

/** An authority is sent one test in this time, however often its systems ask. */
const slotMilliseconds = 5 * 60_000

const withVersion = (hash: string): string =>
  [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')

/**
 * The test of an authority at a moment. Its id follows from authority and time (UUIDv8, RFC 9562 §5.8), so that whoever asks
 * again within five minutes asks for the same message, and there is nothing to count.
 */
export const testMessage = (authority: AuthorityCode, now: Date): OutboxMessage => {
  const slot = Math.floor(now.getTime() / slotMilliseconds)
  const hash = createHash('sha256').update(`test ${authority} ${slot}`).digest('hex')
  return {
    recordId: withVersion(hash),
    recordVersion: 1,
    to: inboxOf(authority),
    type: 'alert.test',
    urgency: 'routine',
    authority,
    status: 'PENDING',
    createdAt: now.toISOString(),
  }
}
