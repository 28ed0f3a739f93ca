import { recorderOf } from '../../shared/agencies/recorder-of.ts'
import { type RecordConsentDeps, recordConsent } from '../../shared/casework/record-consent.ts'
import { acceptedReply } from '../../shared/http/accepted-reply.ts'
import { changeConsentContract } from '../../shared/http/contracts/concerns.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type GuardedDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = GuardedDeps & Omit<RecordConsentDeps, 'recorder'>

const notFound = new HubError('not-found', 'no such concern of yours')

/** POST /concerns/{id}/consent */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('changeConsent', changeConsentContract, async (call) => {
        const { caller, params, headers, body, bodyHash, requestId } = call
        const recorder = (now: Date) => recorderOf(caller, requestId, { now, newId: deps.newId })
        const key = headers['idempotency-key']
        const from = { caller, key, bodyHash, deps: { ...deps, recorder } }
        const outcome = await recordConsent(params.id, body, from)
        switch (outcome) {
          case 'not-theirs':
            await deps.recordRefusal(caller, 'concern.consent', requestId)
            throw notFound
          case 'not-found':
            throw notFound
          case 'key-reused':
            throw new HubError('idempotency-key-reused', 'choose a new key for a new change')
          case 'recorded':
          case 'replayed':
            return acceptedReply(params.id, { isReplay: outcome === 'replayed' })
        }
      }),
    ],
    deps,
  )
