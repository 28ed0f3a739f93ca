import {
  type ChallengeAnswerDeps,
  type ChallengeAnswerResult,
  challengeAnswer,
} from '../../shared/casework/challenge-answer.ts'
import type { Reply } from '../../shared/http/contract.ts'
import { challengeAnswerContract } from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { ConcernId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps & ChallengeAnswerDeps

/** POST /concerns/{id}/challenge */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('challengeAnswer', challengeAnswerContract, async (call) => {
        const { by, params, headers, body, bodyHash } = call
        const key = headers['idempotency-key']
        const concernId = params.id
        const result = await challengeAnswer({ by, concernId, ...body, key, bodyHash }, deps)
        return replyTo(result, concernId)
      }),
    ],
    deps,
  )

/** @throws HubError in words that are the same whether nobody was told, somebody was, or it waits for a person */
const replyTo = ({ kind }: ChallengeAnswerResult, concernId: ConcernId): Reply => {
  switch (kind) {
    case 'accepted':
    case 'replayed':
      return {
        status: 202,
        headers: kind === 'replayed' ? { 'Idempotency-Replayed': 'true' } : {},
        body: { concernId, status: 'challenged', links: { self: `/v1/concerns/${concernId}` } },
      }
    case 'not-found':
    case 'not-theirs':
      throw new HubError('not-found', 'no such concern of yours')
    case 'key-reused':
      throw new HubError('idempotency-key-reused', 'choose a new key for a new challenge')
    case 'not-now':
      throw new HubError('state-conflict', 'there is nothing that could be contested now')
  }
}
