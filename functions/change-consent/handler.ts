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

export type Deps = GuardedDeps & RecordConsentDeps

/** POST /concerns/{id}/consent */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('changeConsent', changeConsentContract, async (call) => {
        const { by, params, headers, body: consent, bodyHash } = call
        const concernId = params.id
        const key = headers['idempotency-key']
        const { kind } = await recordConsent({ by, concernId, consent, key, bodyHash }, deps)
        switch (kind) {
          case 'not-theirs':
          case 'not-found':
            throw new HubError('not-found', 'no such concern of yours')
          case 'key-reused':
            throw new HubError('idempotency-key-reused', 'choose a new key for a new change')
          case 'recorded':
          case 'replayed':
            return acceptedReply(concernId, { isReplay: kind === 'replayed' })
        }
      }),
    ],
    deps,
  )
