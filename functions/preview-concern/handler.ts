import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import { sideOf } from '../../shared/agencies/rehearsal.ts'
import { type PreviewConcernDeps, previewConcern } from '../../shared/casework/preview-concern.ts'
import { previewConcernContract } from '../../shared/http/contracts/preview.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { takeConcern } from '../../shared/http/take-concern.ts'

export type Deps = GuardedDeps & PreviewConcernDeps

/** POST /concerns/preview, where POST /concerns?preview=true leads. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('previewConcern', previewConcernContract, async ({ by, body, query }) => {
        const authority = authorityCodeSchema.parse(by.caller.authority)
        const { agencyType } = query
        const directory = sideOf(await deps.readDirectory(), authority)
        const taken = takeConcern(body, deps.now(), { directory })
        const input = { by, ...taken, authority, agencyType }
        const preview = await previewConcern(input, deps)
        return { status: 200, body: preview }
      }),
    ],
    deps,
  )
