import type { ConcernId } from '../kernel/ids.ts'
import type { Reply } from './contract.ts'

/** The one answer to whatever a referrer sends: the same whether or not a child is known, and whatever follows. */
export const acceptedReply = (
  concernId: ConcernId,
  { isReplay }: { readonly isReplay: boolean },
): Reply => ({
  status: 202,
  headers: isReplay ? { 'Idempotency-Replayed': 'true' } : {},
  body: { concernId, status: 'received', links: { self: `/v1/concerns/${concernId}` } },
})
