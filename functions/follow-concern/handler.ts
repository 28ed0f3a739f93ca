import { type FollowConcernDeps, followConcern } from '../../shared/casework/follow-concern.ts'
import { followConcernContract } from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps & FollowConcernDeps

/** GET /concerns/{id} */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('followConcern', followConcernContract, async ({ by, params }) => {
        const result = await followConcern({ by, concernId: params.id }, deps)
        if (result.kind !== 'found') throw new HubError('not-found', 'no such concern of yours')
        return { status: 200, body: result.concern }
      }),
    ],
    deps,
  )
