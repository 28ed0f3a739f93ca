import * as z from 'zod'
import { scopes } from '../../agencies/access.ts'
import { deliveryKeySchema, publicKeySchema } from '../../agencies/public-key.ts'
import type { Contract } from '../contract.ts'
import { commonProblems } from './answers.ts'

export const publishKeysContract = {
  summary:
    'The public keys that the hub’s access tokens, pushes and sealed alerts are verified with, as a JWK Set',
  answers: {
    200: {
      description:
        'The keys, by `kid`: of tokens (ES256) the one that signs and the one that will, and those that sign or lately signed what is pushed and sealed (EdDSA), the newest first; none before the first delivery',
      schema: z
        .strictObject({ keys: z.array(z.union([publicKeySchema, deliveryKeySchema])).min(1) })
        .meta({ id: 'KeySet' }),
      headers: ['Cache-Control'],
    },
    ...commonProblems,
  },
} as const satisfies Contract

/** @see RFC 8414 §2 */
export const describeIssuerContract = {
  summary: 'How tokens are got here, as OAuth 2 authorization server metadata (RFC 8414)',
  answers: {
    200: {
      description: 'The metadata',
      schema: z
        .strictObject({
          issuer: z.url(),
          token_endpoint: z.url(),
          jwks_uri: z.url(),
          service_documentation: z.url(),
          scopes_supported: z.array(z.enum(scopes)),
          response_types_supported: z.array(z.string()).max(0),
          grant_types_supported: z.array(z.literal('client_credentials')).length(1),
          token_endpoint_auth_methods_supported: z.array(z.literal('private_key_jwt')).length(1),
          token_endpoint_auth_signing_alg_values_supported: z.array(z.literal('ES256')).length(1),
        })
        .meta({ id: 'IssuerMetadata' }),
      headers: ['Cache-Control'],
    },
    ...commonProblems,
  },
} as const satisfies Contract
