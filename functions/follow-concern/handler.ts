import { isTheirs } from '../../shared/agencies/access.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import { outcomes } from '../../shared/codes/outcomes.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { followConcernContract } from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { ConcernId, NewId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps & {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly newId: NewId
}

/** What the referrer may see: nothing of what happened inside, until a social worker has answered. */
const viewOf = ({ concernId, concern, feedback }: StoredConcern) => ({
  concernId,
  status: statusOf(feedback),
  feedback: feedback.map(({ alertId: _, authority, ...given }) => ({
    ...given,
    // Another authority than the one stated is where an adopted child or a hidden family now lives (X1, X6).
    ...(authority === concern.authority && { authority }),
    outcomeLabel: outcomes[given.outcome].label,
  })),
})

/** Challenged as long as the newest answer of some alert is. */
const statusOf = (feedback: StoredConcern['feedback']): string => {
  const newest = [...new Map(feedback.map((given) => [given.alertId, given])).values()]
  if (newest.length === 0) return 'received'
  return newest.some(({ challenge }) => challenge !== undefined) ? 'challenged' : 'answered'
}

/** GET /concerns/{id} */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('followConcern', followConcernContract, async ({ caller, params, requestId }) => {
        const stored = await deps.read(params.id)
        if (stored === undefined) throw notFound
        if (!isTheirs(caller, 'concern.follow', { agency: stored.submittedBy.agency })) {
          await deps.recordRefusal(caller, 'concern.follow', requestId)
          throw notFound
        }
        const record = recorderOf(caller, requestId, { now: deps.now(), newId: deps.newId })
        await deps.record([record('CONCERN_FOLLOWED', [stored.concernId])])
        return { status: 200, body: viewOf(stored) }
      }),
    ],
    deps,
  )

const notFound = new HubError('not-found', 'no such concern of yours')
