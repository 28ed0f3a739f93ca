import { asyncApiDocument } from '../../shared/http/asyncapi.ts'
import {
  describeApiContract,
  describeEventsContract,
  healthContract,
} from '../../shared/http/contracts/description.ts'
import { describeIssuerContract } from '../../shared/http/contracts/keys.ts'
import { fallback } from '../../shared/http/fallback.ts'
import { issuerMetadata } from '../../shared/http/issuer-metadata.ts'
import type { PipelineDeps } from '../../shared/http/onion.ts'
import { openApiDocument } from '../../shared/http/openapi.ts'
import { type ApiHandler, createPublicApi, publicEndpoint } from '../../shared/http/pipeline.ts'
import { cachedForAWhile } from '../../shared/http/to-result.ts'

export type Deps = PipelineDeps & { readonly issuer: string }

/** GET /openapi.json, GET /asyncapi.json, GET /.well-known/oauth-authorization-server, GET /health, and whatever no route takes. */
export const createHandler = (deps: Deps): ApiHandler =>
  createPublicApi(
    [
      publicEndpoint('describeApi', describeApiContract, () =>
        Promise.resolve({ status: 200, body: openApiDocument(deps.issuer) }),
      ),
      publicEndpoint('describeEvents', describeEventsContract, () =>
        Promise.resolve({ status: 200, body: asyncApiDocument(deps.issuer) }),
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
