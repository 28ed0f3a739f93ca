import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import { type PreviewConcernDeps, previewConcern } from '../../shared/casework/preview-concern.ts'
import { previewConcernContract } from '../../shared/http/contracts/preview.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'

export type Deps = GuardedDeps & Omit<PreviewConcernDeps, 'recorder'>

/** POST /concerns/preview, where POST /concerns?preview=true leads. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('previewConcern', previewConcernContract, async (call) => {
        const { caller, body, query, requestId } = call
        const recorder = (now: Date) => recorderOf(caller, requestId, { now, newId: deps.newId })
        const preview = await previewConcern(body, {
          caller,
          authority: authorityCodeSchema.parse(caller.authority),
          agencyType: query.agencyType,
          deps: { ...deps, recorder },
        })
        return { status: 200, body: preview }
      }),
    ],
    deps,
  )
