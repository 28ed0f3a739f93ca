import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import { type PreviewConcernDeps, previewConcern } from '../../shared/casework/preview-concern.ts'
import { previewConcernContract } from '../../shared/http/contracts/preview.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'

export type Deps = GuardedDeps & PreviewConcernDeps

/** POST /concerns/preview, where POST /concerns?preview=true leads. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('previewConcern', previewConcernContract, async ({ by, body: concern, query }) => {
        const authority = authorityCodeSchema.parse(by.caller.authority)
        const { agencyType } = query
        const preview = await previewConcern({ by, concern, authority, agencyType }, deps)
        return { status: 200, body: preview }
      }),
    ],
    deps,
  )
