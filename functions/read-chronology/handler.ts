import { type ReadChronologyDeps, readChronology } from '../../shared/casework/read-chronology.ts'
import { readChronologyContract } from '../../shared/http/contracts/chronology.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps & ReadChronologyDeps

/** GET /children/{id}/chronology */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('readChronology', readChronologyContract, async (call) => {
        const { by, params, query, headers, isOver } = call
        const { limit, cursor } = query
        const paging = { limit: Number(limit), cursor }
        const emergencyAccess = headers['hub-emergency-access']
        const input = { by, childId: params.id, ...paging, isOver, emergencyAccess }
        const result = await readChronology(input, deps)
        if (result.kind === 'over-quota') throw await deps.overQuota(by, 'reads')
        if (result.kind !== 'found')
          throw new HubError('not-found', 'no such child of your authority')
        const { page, next } = result
        const path = `/v1/children/${params.id}/chronology?limit=${limit}`
        const links = next === undefined ? {} : { next: `${path}&cursor=${next}` }
        return { status: 200, body: { ...page, links } }
      }),
    ],
    deps,
  )
