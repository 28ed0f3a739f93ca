import { describe, expect, it } from 'vitest'
import { createHandler as createDescribe } from '../../../functions/describe-api/handler.ts'
import { createHandler as createIssue } from '../../../functions/issue-token/handler.ts'
import { routes } from '../../../shared/config/routes.ts'
import { aContext, anApiEvent } from '../../builders/an-api-event.ts'
import { aSigningKey } from '../../builders/signing-keys.ts'

const issuer = 'https://hub.example/v1'
const now = () => new Date('2026-11-23T10:00:00Z')
const log = (): void => undefined
const unasked = (): never => {
  throw new Error('nobody is asked')
}
const silent = {
  readClient: unasked,
  readDirectory: unasked,
  verifyAssertion: unasked,
  spend: unasked,
  sign: unasked,
  record: unasked,
  recordNothing: unasked,
  newId: unasked,
  tally: unasked,
  ask: unasked,
}

describe('the keys of the hub', () => {
  const keys = [aSigningKey().jwk, aSigningKey().jwk]
  const handler = createIssue({ ...silent, publicKeys: async () => keys, log, now })

  it('are published with their names, for whoever asks, and may be kept for a while', async () => {
    const reply = await handler(anApiEvent('publishKeys') as never, aContext)
    expect(reply.statusCode).toBe(200)
    expect(JSON.parse(reply.body)).toEqual({ keys })
    expect(reply.headers).toMatchObject({ 'Cache-Control': 'public, max-age=300' })
  })

  it('are never published with a private half', async () => {
    const careless = keys.map((key) => ({ ...key, d: 'secret' }))
    const leaking = createIssue({ ...silent, publicKeys: async () => careless, log, now })
    const reply = await leaking(anApiEvent('publishKeys') as never, aContext)
    expect(reply.statusCode).toBe(500)
    expect(reply.body).not.toContain('secret')
  })
})

describe('the metadata of the issuer', () => {
  it('names this issuer, where its tokens and keys are, and the one way to authenticate', async () => {
    const handler = createDescribe({ issuer, log, now })
    const reply = await handler(anApiEvent('describeIssuer') as never, aContext)
    expect(reply.statusCode).toBe(200)
    expect(JSON.parse(reply.body)).toMatchObject({
      issuer,
      token_endpoint: `${issuer}${routes.issueToken.path}`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: [],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    })
  })
})

describe('a path that is a route’s, by another method', () => {
  const handler = createDescribe({ issuer, log, now })
  const asked = (resource: string) =>
    handler({ ...anApiEvent('health'), httpMethod: 'PATCH', resource }, aContext)

  it.each([
    ['/alerts', 'GET'],
    ['/concerns', 'POST, GET'],
    ['/children/{id}', 'PUT, GET, DELETE'],
  ])('%s says what it takes', async (path, allowed) => {
    const reply = await asked(path)
    expect([reply.statusCode, reply.headers?.['Allow']]).toEqual([405, allowed])
    expect(JSON.parse(reply.body)).toMatchObject({ status: 405 })
  })

  it('is nothing where no route is', async () => {
    const reply = await asked('/{proxy+}')
    expect([reply.statusCode, reply.headers?.['Allow']]).toEqual([404, undefined])
  })
})
