import type * as z from 'zod'
import { scopes } from '../agencies/access.ts'
import { routes } from '../config/routes.ts'
import type { describeIssuerContract } from './contracts/keys.ts'

type Metadata = z.infer<(typeof describeIssuerContract)['answers'][200]['schema']>

/** How a client gets a token of this issuer. No response types: there is no authorization endpoint. @see RFC 8414 §2 */
export const issuerMetadata = (issuer: string): Metadata => ({
  issuer,
  token_endpoint: `${issuer}${routes.issueToken.path}`,
  jwks_uri: `${issuer}${routes.publishKeys.path}`,
  service_documentation: `${issuer}${routes.describeApi.path}`,
  scopes_supported: [...scopes],
  response_types_supported: [],
  grant_types_supported: ['client_credentials'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['ES256'],
})
