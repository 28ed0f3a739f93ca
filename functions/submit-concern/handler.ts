import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import { type SubmitConcernDeps, submitConcern } from '../../shared/casework/submit-concern.ts'
import { acceptedReply } from '../../shared/http/accepted-reply.ts'
import { submitConcernContract } from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type PipelineDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = PipelineDeps & Omit<SubmitConcernDeps, 'recorder'>

/** POST /concerns */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint(
        'submitConcern',
        submitConcernContract,
        async ({ caller, headers, body, bodyHash, requestId }) => {
          const { agencyType } = caller
          if (agencyType === undefined)
            throw new HubError('not-permitted', 'only an adult service submits concerns')
          const recorder = (now: Date) => recorderOf(caller, requestId, { now, newId: deps.newId })
          const from = { caller, agencyType, key: headers['idempotency-key'], bodyHash }
          const outcome = await submitConcern(body, from, { ...deps, recorder })
          switch (outcome.kind) {
            case 'key-reused':
              throw new HubError('idempotency-key-reused', 'choose a new key for a new concern')
            case 'accepted':
            case 'replayed':
              return acceptedReply(outcome.concernId, { isReplay: outcome.kind === 'replayed' })
          }
        },
      ),
    ],
    deps,
  )
