import { type RecordChildDeps, recordChild } from '../../shared/casework/record-child.ts'
import { putChildContract } from '../../shared/http/contracts/register.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps & RecordChildDeps

const invalid = (pointer: string, detail: string): HubError =>
  new HubError('request-invalid', 'the body does not fit its contract', {
    faults: [{ pointer, detail }],
  })

/** PUT /children/{id} */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('putChild', putChildContract, async ({ by, params, body: child }) => {
        const result = await recordChild({ by, localId: params.id, child }, deps)
        switch (result.kind) {
          case 'not-theirs':
            throw invalid('/authority', 'must be your own authority')
          case 'recorded':
            return { status: 200, body: { childId: result.childId, version: result.version } }
          case 'too-large':
            throw invalid(
              '/adults',
              'more names, addresses and numbers than one record can be found by, or an adult with more than twenty children',
            )
          case 'busy':
            throw new HubError('store-busy', 'the record kept changing; nothing was stored')
        }
      }),
    ],
    deps,
  )
