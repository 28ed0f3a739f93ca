import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { oauthReply, problemReply, problemSchema } from '../../../shared/http/problem.ts'
import { HubError, type HubErrorCode } from '../../../shared/kernel/hub-error.ts'

const statuses: Readonly<Record<HubErrorCode, number>> = {
  'request-malformed': 400,
  'request-invalid': 400,
  'request-too-large': 413,
  'media-type-unsupported': 415,
  'idempotency-key-reused': 422,
  'token-missing': 401,
  'token-invalid': 401,
  'not-permitted': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'state-conflict': 409,
  'version-missing': 428,
  'version-mismatch': 412,
  'quota-exceeded': 429,
  'store-busy': 503,
  'key-unavailable': 503,
  'row-unreadable': 503,
  internal: 500,
}
const codes = Object.keys(statuses) as HubErrorCode[]

describe('a fault', () => {
  it.each(codes)('%s has its status, type and shape', (code) => {
    const { status, body, headers } = problemReply(new HubError(code, 'a sentence'), 'request-1')
    expect(status).toBe(statuses[code])
    expect(problemSchema.parse(body)).toMatchObject({
      type: `urn:safeguarding-hub:problem:${code}`,
      status,
      instance: 'request-1',
    })
    expect(headers?.['Content-Type']).toBe('application/problem+json')
  })

  it.each([
    ['token-missing', 'WWW-Authenticate', 'Bearer'],
    ['token-invalid', 'WWW-Authenticate', 'Bearer error="invalid_token"'],
    ['store-busy', 'Retry-After', '2'],
  ] as const)('%s says %s', (...[code, header, value]) => {
    expect(problemReply(new HubError(code, 'a'), 'b').headers?.[header]).toBe(value)
  })

  it('says in its own sentence what is wrong, and names the field', () => {
    const faults = [{ pointer: '/a', detail: 'expected string' }]
    expect(problemReply(new HubError('request-invalid', 'a', { faults }), 'b').body).toStrictEqual({
      type: 'urn:safeguarding-hub:problem:request-invalid',
      title: 'The request does not fit its contract',
      status: 400,
      instance: 'b',
      detail: 'a',
      errors: faults,
    })
  })

  it('names the fields, where there are any', () => {
    const faults = [{ pointer: '/a', detail: 'expected string' }]
    expect(problemReply(new HubError('request-invalid', 'a', { faults }), 'b').body).toMatchObject({
      errors: faults,
    })
    expect(problemReply(new HubError('request-invalid', 'a'), 'b').body).not.toHaveProperty(
      'errors',
    )
  })

  it('never gives its cause', () => {
    const error = new HubError('request-invalid', 'a', { cause: new Error('canary') })
    expect(JSON.stringify(problemReply(error, 'b'))).not.toContain('canary')
  })
})

describe('a defect', () => {
  const zodError = z.object({ a: z.string() }).safeParse({ a: { canary: 1 } }).error
  it.each([
    ['an error', new Error('canary')],
    ['an error of a schema', zodError],
    ['an error with a cause', new Error('canary', { cause: 'canary' })],
    ['a text', 'canary'],
    ['an object', { code: 'not-found', message: 'canary' }],
    ['nothing', undefined],
    ['null', null],
    ['an internal fault with words', new HubError('internal', 'canary', { cause: 'canary' })],
  ])('that is %s is 500 and not a word about it', (_, error) => {
    expect(problemReply(error, 'request-1').body).toEqual({
      type: 'urn:safeguarding-hub:problem:internal',
      title: 'The hub failed; the fault has been reported',
      status: 500,
      instance: 'request-1',
    })
  })
})

describe('a fault in the words of OAuth', () => {
  it.each(codes)('%s is an invalid request where its status is 400', (code) => {
    const reply = { status: 400, body: { error: 'invalid_request', error_description: 'a' } }
    expect(oauthReply(new HubError(code, 'a'))).toEqual(statuses[code] === 400 ? reply : undefined)
  })

  it('is nothing where it is a defect', () => {
    expect(oauthReply(new Error('canary'))).toBeUndefined()
  })
})

describe('a problem', () => {
  const problem = { type: 'a', title: 'b', status: 400, instance: 'c' }

  it.each([
    { more: 1 },
    { title: undefined },
    { errors: [{}] },
    { errors: [{ pointer: '', detail: 'a', value: 'canary' }] },
  ])('has no room for %j', (over) => {
    expect(problemSchema.safeParse({ ...problem, ...over }).success).toBe(false)
  })
})
