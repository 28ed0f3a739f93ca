import { type FollowConcernDeps, followConcern } from '../../shared/casework/follow-concern.ts'
import { type ListConcernsDeps, listConcerns } from '../../shared/casework/list-concerns.ts'
import {
  followConcernContract,
  listConcernsContract,
} from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import { present } from '../../shared/kernel/present.ts'

export type Deps = GuardedDeps & FollowConcernDeps & ListConcernsDeps

/** The page of a list of concerns that follows, by the same question. */
const nextOf = (
  { changedSince, limit }: { changedSince?: string | undefined; limit: string },
  cursor: string,
) => {
  const since =
    changedSince === undefined ? '' : `changedSince=${encodeURIComponent(changedSince)}&`
  return `/v1/concerns?${since}limit=${limit}&cursor=${cursor}`
}

/** GET /concerns, GET /concerns/{id} */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('listConcerns', listConcernsContract, async ({ by, query }) => {
        const limit = Number(query.limit)
        const { items, unreadable, next } = await listConcerns({ by, ...query, limit }, deps)
        return {
          status: 200,
          body: {
            items: items.map((item) => ({
              ...item,
              links: { self: `/v1/concerns/${item.concernId}` },
            })),
            ...present({ unreadable }),
            links: next === undefined ? {} : { next: nextOf(query, next) },
          },
        }
      }),
      endpoint('followConcern', followConcernContract, async ({ by, params }) => {
        const result = await followConcern({ by, concernId: params.id }, deps)
        if (result.kind !== 'found') throw new HubError('not-found', 'no such concern of yours')
        return { status: 200, body: result.concern }
      }),
    ],
    deps,
  )
