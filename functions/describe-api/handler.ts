import {
  describeApiContract,
  fallbackContract,
  healthContract,
} from '../../shared/http/contracts/description.ts'
import { describeIssuerContract } from '../../shared/http/contracts/keys.ts'
import { issuerMetadata } from '../../shared/http/issuer-metadata.ts'
import type { PipelineDeps } from '../../shared/http/onion.ts'
import { openApiDocument } from '../../shared/http/openapi.ts'
import { type ApiHandler, createPublicApi, publicEndpoint } from '../../shared/http/pipeline.ts'
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
      publicEndpoint('fallback', fallbackContract, () =>
        Promise.reject(new HubError('not-found', 'no such route')),
      ),
    ],
    deps,
  )
