import * as z from 'zod'
import { HubError, type HubErrorCode } from '../kernel/hub-error.ts'
import type { Reply } from './contract.ts'

type Treatment = {
  readonly status: number
  readonly title: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The only table from faults to HTTP. A new code does not compile until it has a row. */
const treatments = {
  'request-malformed': { status: 400, title: 'The request cannot be read' },
  'request-invalid': { status: 400, title: 'The request does not fit its contract' },
  'request-too-large': { status: 413, title: 'The body is larger than this route takes' },
  'media-type-unsupported': { status: 415, title: 'This route takes another media type' },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key was used with another body',
  },
  'token-missing': {
    status: 401,
    title: 'An access token is needed',
    headers: { 'WWW-Authenticate': 'Bearer' },
  },
  'token-invalid': {
    status: 401,
    title: 'The access token is not valid here',
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  },
  'not-permitted': { status: 403, title: 'This caller may not do this' },
  'not-found': { status: 404, title: 'There is nothing here for this caller' },
  'method-not-allowed': { status: 405, title: 'This path takes other methods' },
  'state-conflict': {
    status: 409,
    title: 'The record is past the state in which this can be done',
  },
  'version-missing': { status: 428, title: 'An If-Match header with the record’s ETag is needed' },
  'version-mismatch': { status: 412, title: 'The record has changed since it was read' },
  'quota-exceeded': {
    status: 429,
    title: 'This client has done more today than it may without a person being asked',
  },
  'store-busy': {
    status: 503,
    title: 'The hub is busy; nothing was stored',
    headers: { 'Retry-After': '2' },
  },
  'key-unavailable': {
    status: 503,
    title: 'A key of the hub cannot be read; nothing was stored, and nothing can be told',
    headers: { 'Retry-After': '30' },
  },
  'row-unreadable': {
    status: 503,
    title: 'A record that this needs cannot be read; nothing was stored',
    headers: { 'Retry-After': '60' },
  },
  internal: { status: 500, title: 'The hub failed; the fault has been reported' },
} as const satisfies Record<HubErrorCode, Treatment>

/** @see RFC 9457. `instance` is the request id, by which the hub's own log can be searched. */
export const problemSchema = z
  .strictObject({
    type: z.string().meta({ example: 'urn:safeguarding-hub:problem:request-invalid' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'RFC 6901' }),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })

/** Any thrown thing becomes a constant-shape answer. What is not a HubError is a defect: 500 and not a word about it. */
export const problemReply = (error: unknown, requestId: string): Reply => {
  const known = error instanceof HubError ? error : undefined
  const code = known?.code ?? 'internal'
  const { status, title, ...treatment }: Treatment = treatments[code]
  return {
    status,
    headers: {
      ...treatment.headers,
      ...(known?.retryAfter !== undefined && { 'Retry-After': String(known.retryAfter) }),
      'Content-Type': 'application/problem+json',
    },
    body: problemSchema.parse({
      type: `urn:safeguarding-hub:problem:${code}`,
      title,
      status,
      instance: requestId,
      ...(known !== undefined && code !== 'internal' && { detail: known.message }),
      ...(known !== undefined && known.faults.length > 0 && { errors: [...known.faults] }),
    }),
  }
}

/** The same for the token endpoint, whose callers read RFC 6749 §5.2: a request that cannot be
 * read or does not fit is invalid_request. */
export const oauthReply = (error: unknown): Reply | undefined =>
  error instanceof HubError && treatments[error.code].status === 400
    ? { status: 400, body: { error: 'invalid_request', error_description: error.message } }
    : undefined
