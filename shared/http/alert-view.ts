import type { Alert } from '../alerts/alert.ts'
import type { AlertId } from '../kernel/ids.ts'
import type { Reply } from './contract.ts'
import { etagOf } from './etag.ts'

/** The alert as an authority reads it. The concern's id and its chases are the hub's own and stay inside. */
export const alertView = (
  { concernId: _concern, chases: _chases, chaseAt: _chaseAt, furtherNotices, ...view }: Alert,
  priorAlertIds: readonly AlertId[],
): Reply => ({
  status: 200,
  headers: { ETag: etagOf(view.version) },
  body: {
    ...view,
    priorAlertIds,
    ...(furtherNotices !== undefined && {
      furtherNotices: furtherNotices.map(({ concernId: _other, ...notice }) => notice),
    }),
  },
})
