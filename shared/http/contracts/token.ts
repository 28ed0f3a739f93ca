import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { bodyProblems, commonProblems } from './answers.ts'

/** @see RFC 6749 §4.4, RFC 7523 §2.2. Parameters we do not know are ignored, as RFC 6749 §3.2 asks. */
const tokenRequestSchema = z
  .object({
    grant_type: z.string().max(100).optional(),
    client_assertion_type: z.string().max(200).optional(),
    client_assertion: z.string().max(8192).optional(),
    client_id: z.string().max(100).optional(),
    scope: z.string().max(500).optional(),
  })
  .meta({ id: 'TokenRequest' })
export type TokenRequest = z.infer<typeof tokenRequestSchema>

/** RFC 6749 §5.2: standard clients read this shape, so refusals here are not problem documents. */
const tokenErrorSchema = z
  .strictObject({
    error: z.enum(['invalid_client', 'invalid_request', 'invalid_scope', 'unsupported_grant_type']),
    error_description: z.string(),
  })
  .meta({ id: 'TokenError' })
export type TokenError = z.infer<typeof tokenErrorSchema>

export const issueTokenContract = {
  summary: 'Get an access token with your private key (client credentials, private_key_jwt)',
  mediaType: 'application/x-www-form-urlencoded',
  faults: 'oauth',
  body: tokenRequestSchema,
  answers: {
    ...commonProblems,
    ...bodyProblems,
    200: {
      description: 'An access token for five minutes',
      schema: z
        .strictObject({
          access_token: z.string(),
          token_type: z.literal('Bearer'),
          expires_in: z.int(),
          scope: z.string(),
        })
        .meta({ id: 'Token' }),
      headers: ['Pragma'],
    },
    400: { description: 'The request is not one this endpoint takes', schema: tokenErrorSchema },
    401: { description: 'The client could not be verified', schema: tokenErrorSchema },
  },
} as const satisfies Contract
