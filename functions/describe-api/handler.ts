import { methodsOf } from '../../shared/config/routes.ts'
import {
  describeApiContract,
  fallbackContract,
  healthContract,
} from '../../shared/http/contracts/description.ts'
import { describeIssuerContract } from '../../shared/http/contracts/keys.ts'
import { issuerMetadata } from '../../shared/http/issuer-metadata.ts'
import type { PipelineDeps, PublicEndpoint } from '../../shared/http/onion.ts'
import { openApiDocument } from '../../shared/http/openapi.ts'
import { type ApiHandler, createPublicApi, publicEndpoint } from '../../shared/http/pipeline.ts'
import { problemReply } from '../../shared/http/problem.ts'
import { cachedForAWhile } from '../../shared/http/to-result.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = PipelineDeps & { readonly issuer: string }

/** GET /openapi.json, GET /.well-known/oauth-authorization-server, GET /health, and whatever no route takes. */
export const createHandler = (deps: Deps): ApiHandler =>
  createPublicApi(
    [
      publicEndpoint('describeApi', describeApiContract, () =>
        Promise.resolve({ status: 200, body: openApiDocument(deps.issuer) }),
      ),
      publicEndpoint('describeIssuer', describeIssuerContract, () =>
        Promise.resolve({
          status: 200,
          headers: cachedForAWhile,
          body: issuerMetadata(deps.issuer),
        }),
      ),
      publicEndpoint('health', healthContract, () =>
        Promise.resolve({ status: 200, body: { status: 'ok' } }),
      ),
      fallback,
    ],
    deps,
  )

/** What no route takes: at a path of one, another of its methods may be meant (RFC 9110 §15.5.6). */
const fallback: PublicEndpoint = {
  name: 'fallback',
  contract: fallbackContract,
  answer: ({ resource, hub }) => {
    const allowed = methodsOf(resource)
    if (allowed.length === 0) throw new HubError('not-found', 'no such route')
    const { headers, ...reply } = problemReply(
      new HubError('method-not-allowed', 'no such method here'),
      hub.requestId,
    )
    return Promise.resolve({ ...reply, headers: { ...headers, Allow: allowed.join(', ') } })
  },
}
