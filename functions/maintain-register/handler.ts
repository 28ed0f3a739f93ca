import { isTheirs } from '../../shared/agencies/access.ts'
import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import { type RecordChildDeps, recordChild } from '../../shared/casework/record-child.ts'
import { putChildContract } from '../../shared/http/contracts/register.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'
import type { NewId } from '../../shared/kernel/ids.ts'

export type Deps = GuardedDeps & Omit<RecordChildDeps, 'recorder'> & { readonly newId: NewId }

const invalid = (pointer: string, detail: string): HubError =>
  new HubError('request-invalid', 'the body does not fit its contract', {
    faults: [{ pointer, detail }],
  })

/** PUT /children/{id} */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('putChild', putChildContract, async ({ caller, params, body, requestId }) => {
        if (!isTheirs(caller, 'register.write', body)) {
          await deps.recordRefusal(caller, 'register.write', requestId)
          throw invalid('/authority', 'must be your own authority')
        }
        const recorder = (now: Date) => recorderOf(caller, requestId, { now, newId: deps.newId })
        const outcome = await recordChild(params.id, body, { ...deps, recorder })
        switch (outcome.kind) {
          case 'recorded':
            return { status: 200, body: { childId: outcome.childId, version: outcome.version } }
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
