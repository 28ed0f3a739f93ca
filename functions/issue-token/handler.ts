import type { DeliveryKey, PublicKey } from '../../shared/agencies/public-key.ts'
import { type IssueTokenDeps, issueToken } from '../../shared/casework/issue-token.ts'
import type { Reply } from '../../shared/http/contract.ts'
import { publishKeysContract } from '../../shared/http/contracts/keys.ts'
import {
  issueTokenContract,
  type TokenError,
  type TokenRequest,
} from '../../shared/http/contracts/token.ts'
import type { PipelineDeps } from '../../shared/http/onion.ts'
import { type ApiHandler, createPublicApi, publicEndpoint } from '../../shared/http/pipeline.ts'
import { rateLimitHeaders } from '../../shared/http/rate-limit.ts'
import { cachedForAWhile } from '../../shared/http/to-result.ts'
import { accessTokenSeconds, claimedClient } from '../../shared/http/tokens.ts'
import { present } from '../../shared/kernel/present.ts'

export type Deps = PipelineDeps &
  IssueTokenDeps & {
    readonly publicKeys: () => Promise<readonly (PublicKey | DeliveryKey)[]>
  }

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const refused = (
  status: 400 | 401,
  error: TokenError['error'],
  error_description: string,
): Reply => ({
  status,
  body: { error, error_description },
})

/** What is wrong with the form itself, before anybody is looked up. */
const faultOf = (request: TokenRequest): Reply | undefined => {
  if (request.grant_type === undefined)
    return refused(400, 'invalid_request', 'grant_type is missing')
  if (request.grant_type !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', 'grant_type must be client_credentials')
  if (request.client_assertion_type !== assertionType || request.client_assertion === undefined)
    return refused(
      401,
      'invalid_client',
      'authenticate by private_key_jwt: client_assertion_type and client_assertion',
    )
  return undefined
}

const rateLimitOf = ({ left }: { readonly left?: number }, now: Date) =>
  rateLimitHeaders('tokens', { ...present({ left }), goesOn: true, now })

/** POST /token and the keys that its tokens are verified with @see RFC 6749 §4.4, RFC 7523, RFC 7517 */
export const createHandler = (deps: Deps): ApiHandler => {
  /** Counted, and recorded in nobody's name. */
  const unproven = (): Reply => {
    deps.log('warn', 'CALLER_UNPROVEN', { route: 'issueToken', measured: { CallersUnproven: 1 } })
    return clientRefused
  }
  return createPublicApi(
    [
      publicEndpoint('issueToken', issueTokenContract, async ({ body }, from) => {
        const fault = faultOf(body)
        if (fault !== undefined) return fault
        const assertion = body.client_assertion ?? ''
        const claimedClientId = claimedClient(assertion)
        const isTwoClients = body.client_id !== undefined && body.client_id !== claimedClientId
        if (claimedClientId === undefined || isTwoClients) return unproven()
        const result = await issueToken(
          { assertion, claimedClientId, scope: body.scope, from },
          deps,
        )
        switch (result.kind) {
          case 'client-unproven':
            return unproven()
          case 'client-refused':
            return clientRefused
          case 'scope-refused':
            return refused(400, 'invalid_scope', 'the client may not have a scope it asked for')
          case 'issued':
            return {
              status: 200,
              headers: { Pragma: 'no-cache', ...rateLimitOf(result, deps.now()) },
              body: {
                access_token: result.token,
                token_type: 'Bearer',
                expires_in: accessTokenSeconds,
                scope: result.scope,
              },
            }
        }
      }),
      publicEndpoint('publishKeys', publishKeysContract, async () => ({
        status: 200,
        headers: cachedForAWhile,
        body: { keys: await deps.publicKeys() },
      })),
    ],
    deps,
  )
}

const clientRefused = refused(
  401,
  'invalid_client',
  'the client or its assertion could not be verified',
)
