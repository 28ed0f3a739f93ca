import {
  describeApiContract,
  fallbackContract,
  healthContract,
} from '../../shared/http/contracts/description.ts'
import { openApiDocument } from '../../shared/http/openapi.ts'
import {
  type ApiHandler,
  createApi,
  endpoint,
  type PipelineDeps,
} from '../../shared/http/pipeline.ts'
import { HubError } from '../../shared/kernel/hub-error.ts'

export type Deps = PipelineDeps & { readonly issuer: string }

/** GET /openapi.json, GET /health, and whatever no route takes. */
export const createHandler = (deps: Deps): ApiHandler =>
  createApi(
    [
      endpoint('describeApi', describeApiContract, () =>
        Promise.resolve({ status: 200, body: openApiDocument(deps.issuer) }),
      ),
      endpoint('health', healthContract, () =>
        Promise.resolve({ status: 200, body: { status: 'ok' } }),
      ),
      endpoint('fallback', fallbackContract, () =>
        Promise.reject(new HubError('not-found', 'no such route')),
      ),
    ],
    deps,
  )
