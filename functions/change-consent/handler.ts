import { type RecordConsentDeps, recordConsent } from '../../shared/casework/record-consent.ts'
import {
  type RecordWithdrawalDeps,
  recordWithdrawal,
} from '../../shared/casework/record-withdrawal.ts'
import {
  type ReportEngagementDeps,
  reportEngagement,
} from '../../shared/casework/report-engagement.ts'
import { acceptedReply } from '../../shared/http/accepted-reply.ts'
import type { Reply } from '../../shared/http/contract.ts'
import {
  changeConsentContract,
  reportEngagementContract,
  withdrawConcernContract,
} from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { ConcernId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps & RecordConsentDeps & RecordWithdrawalDeps & ReportEngagementDeps

type Kept = Exclude<
  Awaited<
    ReturnType<typeof recordConsent | typeof recordWithdrawal | typeof reportEngagement>
  >['kind'],
  'over-quota'
>

/** The one answer to whatever was kept. @throws HubError where nothing was */
const keptReply = (kind: Kept, concernId: ConcernId): Reply => {
  switch (kind) {
    case 'not-theirs':
    case 'not-found':
      throw new HubError('not-found', 'no such concern of yours')
    case 'key-reused':
      throw new HubError('idempotency-key-reused', 'choose a new key for a new change')
    case 'in-the-future':
      throw new HubError('request-invalid', 'that day has not come yet', {
        faults: [{ pointer: '/on', detail: 'a day that has come' }],
      })
    case 'recorded':
    case 'replayed':
      return acceptedReply(concernId, { isReplay: kind === 'replayed' })
  }
}

/** POST /concerns/{id}/consent, /concerns/{id}/withdrawal and /concerns/{id}/engagement */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('changeConsent', changeConsentContract, async (call) => {
        const { by, params, headers, body: consent, bodyHash, isOver } = call
        const concernId = params.id
        const key = headers['idempotency-key']
        const change = { by, concernId, consent, key, bodyHash, isOver }
        const { kind } = await recordConsent(change, deps)
        if (kind === 'over-quota') throw await deps.overQuota(by, 'consentChanges')
        return keptReply(kind, concernId)
      }),
      endpoint('withdrawConcern', withdrawConcernContract, async (call) => {
        const { by, params, headers, body: withdrawal, bodyHash } = call
        const concernId = params.id
        const key = headers['idempotency-key']
        const { kind } = await recordWithdrawal({ by, concernId, withdrawal, key, bodyHash }, deps)
        return keptReply(kind, concernId)
      }),
      endpoint('reportEngagement', reportEngagementContract, async (call) => {
        const { by, params, headers, body: given, bodyHash, isOver } = call
        const concernId = params.id
        const key = headers['idempotency-key']
        const said = { by, concernId, given, key, bodyHash, isOver }
        const { kind } = await reportEngagement(said, deps)
        if (kind === 'over-quota') throw await deps.overQuota(by, 'consentChanges')
        return keptReply(kind, concernId)
      }),
    ],
    deps,
  )
