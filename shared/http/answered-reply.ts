import type { Alert } from '../alerts/alert.ts'
import type { Reply } from './contract.ts'
import { etagOf } from './etag.ts'

/** Where an alert stands after an answer. What it tells is read, and the read logged, by itself. */
export const answeredReply = ({ alertId, state, version }: Alert): Reply => ({
  status: 200,
  headers: { ETag: etagOf(version) },
  body: { alertId, state, version, links: { self: `/v1/alerts/${alertId}` } },
})
