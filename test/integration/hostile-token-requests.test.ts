import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createLocalJWKSet, decodeProtectedHeader, type JWK, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { clientRow } from '../../shared/aws/dynamodb/clients.ts'
import { signingKeyRow } from '../../shared/aws/dynamodb/signing-key.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { auditor, drugService } from '../builders/clients.ts'
import { type Signer, signed } from '../builders/forged-tokens.ts'
import { allRows, auditEntries } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const canary = 'CanaryQuillfeatherZZ'
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
type Json = Record<string, unknown>

let hub: TestHub
let privateKey: KeyObject
beforeAll(async () => {
  hub = await startCaseworkHub('token')
  privateKey = await hub.register(drugService)
})

const signWithKey =
  (key: KeyObject): Signer =>
  (input) =>
    sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })

const claimsOf = (clientId: string): Json => {
  const iat = Math.floor(hub.now().getTime() / 1000)
  return { iss: clientId, sub: clientId, aud: hub.issuer, jti: randomUUID(), iat, exp: iat + 60 }
}

const anAssertion = (change: Json = {}, header: Json = {}): Promise<string> =>
  signed(
    { alg: 'ES256', kid: 'k1', ...header },
    { ...claimsOf(drugService.clientId), ...change },
    signWithKey(privateKey),
  )

const form = (assertion: string, change: Record<string, string> = {}): string =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: assertionType,
    client_assertion: assertion,
    ...change,
  }).toString()

const ask = (rawBody: string, contentType = 'application/x-www-form-urlencoded') =>
  hub.call('token', anApiEvent('issueToken', { rawBody, headers: { 'Content-Type': contentType } }))

type Reply = Awaited<ReturnType<typeof ask>>

/** RFC 6749 §5.2: the error and a sentence, nothing else, and nothing of what was sent. */
const expectOAuthError = (reply: Reply, status: number, error: string): void => {
  expect(reply.body).toEqual({ error, error_description: expect.any(String) as string })
  expect(reply.status).toBe(status)
  expect(reply.headers).toMatchObject({
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  })
  expect(JSON.stringify([reply, hub.logged])).not.toContain(canary)
}

describe('a token', () => {
  it('is given for an assertion signed with the client’s own key', async () => {
    const reply = await ask(form(await anAssertion()))
    expect(reply.body).toMatchObject({ token_type: 'Bearer', expires_in: 300 })
  })

  it('is given once for each assertion', async () => {
    const assertion = await anAssertion()
    expect((await ask(form(assertion))).status).toBe(200)
    expectOAuthError(await ask(form(assertion)), 401, 'invalid_client')
  })

  it('is given to one of many who send the same assertion at once', async () => {
    const assertion = await anAssertion()
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask(form(assertion))))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ status }) => status === 401 || status === 503)).toHaveLength(9)
  })

  it('holds the scopes asked for and no others', async () => {
    const reply = await ask(form(await anAssertion(), { scope: 'concerns.read' }))
    expect(reply.body).toMatchObject({ scope: 'concerns.read' })
  })

  it.each([
    ['of another role', 'audit.read'],
    ['beside one of its own', 'concerns.read audit.read'],
    ['that does not exist', canary],
  ])('is refused for a scope %s', async (_, scope) => {
    expectOAuthError(await ask(form(await anAssertion(), { scope })), 400, 'invalid_scope')
  })
})

const assertions: readonly (readonly [string, (now: number) => Json, Json | undefined])[] = (
  [
    ['that has expired', (now) => ({ iat: now - 700, exp: now - 100 })],
    ['that lives for an hour', (now) => ({ exp: now + 3600 })],
    ['issued long ago', (now) => ({ iat: now - 3600 })],
    ['issued in the future', (now) => ({ iat: now + 3600, exp: now + 3660 })],
    ['that is not yet valid', (now) => ({ nbf: now + 3600 })],
    ['for another audience', () => ({ aud: 'https://elsewhere.example/token' })],
    ['for two audiences', () => ({ aud: [hub.issuer, 'https://elsewhere.example'] })],
    ['by another issuer', () => ({ iss: canary })],
    ['about another client', () => ({ sub: auditor.clientId })],
    ['about an unknown client', () => ({ iss: canary, sub: canary })],
    ['about nobody', () => ({ sub: '' })],
    ['about a number', () => ({ sub: 7 })],
    ['about a lone surrogate', () => ({ iss: '\ud800', sub: '\ud800' })],
    ['about NUL', () => ({ iss: '\u0000', sub: '\u0000' })],
    ['about a key of the store', () => ({ iss: 'x#CLIENT', sub: 'x#CLIENT' })],
    ['about a very long name', () => ({ iss: 'a'.repeat(2000), sub: 'a'.repeat(2000) })],
    ['without an id', () => ({ jti: undefined })],
    ['with a short id', () => ({ jti: 'a' })],
    ['with half a character for an id', () => ({ jti: `long-enough-${'\ud800'}` })],
    ['with a long id', () => ({ jti: 'a'.repeat(201) })],
    ['without an expiry', () => ({ exp: undefined })],
    ['without a time of issue', () => ({ iat: undefined })],
    ['with an expiry in text', (now) => ({ exp: String(now + 60) })],
    ['of the algorithm none', () => ({}), { alg: 'none' }],
    ['of the algorithm HS256', () => ({}), { alg: 'HS256' }],
    ['by a key that is not registered', () => ({}), { kid: 'k2' }],
    [
      'with a key of its own',
      () => ({}),
      { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, kid: undefined, alg: 'ES384' },
    ],
    ['with an unknown critical header', () => ({}), { crit: ['x'], x: 1 }],
  ] satisfies (readonly [string, (now: number) => Json, Json?])[]
).map(([name, change, header]) => [name, change, header])

describe('an assertion', () => {
  it.each(assertions)('%s is refused, with the words for any other', async (_, change, header) => {
    const now = Math.floor(hub.now().getTime() / 1000)
    const reply = await ask(form(await anAssertion(change(now), header)))
    const unknown = await ask(form(await anAssertion({ sub: 'nobody-by-this-name' })))
    expectOAuthError(reply, 401, 'invalid_client')
    expect(reply.body).toEqual(unknown.body)
  })

  it('by another key of the same kind is refused', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const assertion = await signed(
      { alg: 'ES256', kid: 'k1' },
      claimsOf(drugService.clientId),
      signWithKey(other),
    )
    expectOAuthError(await ask(form(assertion)), 401, 'invalid_client')
  })

  it.each([
    '',
    '.',
    '..',
    'a.b.c',
    canary,
    `${canary}.${canary}.${canary}`,
    `a.${'A'.repeat(8000)}.c`,
    'a.bnVsbA.c',
    'a.W10.c',
    'a.e30.c',
  ])('that is %.20j is refused', async (assertion) => {
    expectOAuthError(await ask(form(assertion)), 401, 'invalid_client')
  })

  it('is refused when the form names another client', async () => {
    const reply = await ask(form(await anAssertion(), { client_id: 'somebody-else' }))
    expectOAuthError(reply, 401, 'invalid_client')
  })

  it('is refused once the client is no longer active', async () => {
    const key = await hub.register({ ...drugService, clientId: 'retired-service' })
    const row = (await allRows(hub, 'directory')).find(({ pk }) => pk === 'CLIENT#retired-service')
    const client = (row as { client: Parameters<typeof clientRow>[0] }).client
    await hub.store.transact([put(hub.tables.directory, clientRow({ ...client, active: false }))])
    const assertion = await signed(
      { alg: 'ES256', kid: 'k1' },
      claimsOf('retired-service'),
      signWithKey(key),
    )
    expectOAuthError(await ask(form(assertion)), 401, 'invalid_client')
  })
})

describe('a form', () => {
  it.each([
    ['without a grant', 'client_assertion=a.b.c', 'invalid_request'],
    ['that is empty', '', 'invalid_request'],
    [
      'with a parameter twice',
      'grant_type=client_credentials&grant_type=password',
      'invalid_request',
    ],
    ['with an assertion of ten thousand characters', form('a'.repeat(10_000)), 'invalid_request'],
    ['with a very long scope', form('a.b.c', { scope: 'a'.repeat(501) }), 'invalid_request'],
    ['of another grant', 'grant_type=password&username=a&password=b', 'unsupported_grant_type'],
    ['of a grant that does not exist', `grant_type=${canary}`, 'unsupported_grant_type'],
    ['of a grant in another case', 'grant_type=Client_Credentials', 'unsupported_grant_type'],
  ])('%s is refused in the words of RFC 6749', async (_, body, error) => {
    expectOAuthError(await ask(body), 400, error)
  })

  it.each([
    [
      'that authenticates by a secret',
      `grant_type=client_credentials&client_id=a&client_secret=${canary}`,
    ],
    ['of another kind of assertion', form('a.b.c', { client_assertion_type: canary })],
    ['that does not authenticate', 'grant_type=client_credentials'],
  ])('%s is refused as no client', async (_, body) => {
    expectOAuthError(await ask(body), 401, 'invalid_client')
  })

  it.each([
    ['JSON', '{"grant_type":"client_credentials"}', 'application/json', 415],
    ['utf-7', 'grant_type=a', 'application/x-www-form-urlencoded; charset=utf-7', 415],
    ['multipart', canary, 'multipart/form-data; boundary=a', 415],
    ['too large', `a=${canary.repeat(10_000)}`, 'application/x-www-form-urlencoded', 413],
  ])('that is %s is refused', async (...[, body, contentType, status]) => {
    const reply = await ask(body, contentType)
    expect(reply.status).toBe(status)
    expect(JSON.stringify(reply)).not.toContain(canary)
  })

  it('with parameters that nobody knows is taken, as RFC 6749 asks', async () => {
    const extra = { resource: 'a', __proto__x: 'b', constructor: 'c', toString: 'd' } as never
    const reply = await ask(form(await anAssertion(), extra))
    expect(reply.status).toBe(200)
  })
})

describe('the keys that the hub publishes', () => {
  const published = z.object({ keys: z.array(z.looseObject({ kid: z.string() })).length(2) })

  it('hold the one that each token names, and verify it', async () => {
    const { body } = await hub.call('token', anApiEvent('publishKeys'))
    const token = z
      .object({ access_token: z.string() })
      .parse((await ask(form(await anAssertion()))).body).access_token
    const { keys } = published.parse(body)
    expect(keys.map(({ kid }) => kid)).toContain(decodeProtectedHeader(token).kid)
    const verified = await jwtVerify(token, createLocalJWKSet({ keys: keys as JWK[] }), {
      currentDate: hub.now(),
    })
    expect(verified.payload.sub).toBe(drugService.clientId)
  })

  it('hold nothing of a private half', async () => {
    const { body } = await hub.call('token', anApiEvent('publishKeys'))
    for (const key of published.parse(body).keys)
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  })

  it('are the same whatever else is sent, but a query, which is refused', async () => {
    const strange = { rawBody: `{"${canary}":`, token: canary, id: canary }
    const plain = await hub.call('token', anApiEvent('publishKeys'))
    const hostile = await hub.call('token', anApiEvent('publishKeys', strange))
    expect(hostile.body).toEqual(plain.body)
    const asked = { ...strange, query: { [canary]: [canary, canary] } }
    const refused = await hub.call('token', anApiEvent('publishKeys', asked))
    expect(refused.status).toBe(400)
    expect(JSON.stringify([refused, hub.logged])).not.toContain(canary)
  })

  it('are followed by tokens of the other key once the operator has chosen it', async () => {
    const { body } = await hub.call('token', anApiEvent('publishKeys'))
    const [, next] = published.parse(body).keys
    const row = signingKeyRow(next?.kid ?? '', 1)
    await hub.store.transact([put(hub.tables.directory, row)])
    const reply = await ask(form(await anAssertion()))
    const token = z.object({ access_token: z.string() }).parse(reply.body).access_token
    expect(decodeProtectedHeader(token).kid).toBe(next?.kid)
    const headers = { Authorization: `Bearer ${token}` }
    expect((await hub.call('follow', anApiEvent('listConcerns', { headers }))).status).toBe(200)
  })
})

describe('the hub after all of this', () => {
  it('knows no client it did not know, and has logged no failure', async () => {
    const clients = (await allRows(hub, 'directory')).filter(({ sk }) => sk === 'CLIENT')
    expect(clients.map(({ pk }) => pk).toSorted()).toEqual([
      'CLIENT#drug-service',
      'CLIENT#retired-service',
    ])
    expect(hub.logged.filter((line) => (line as string[])[1] === 'REQUEST_FAILED')).toEqual([])
  })

  it('has recorded refusals of known clients only, and no canary', async () => {
    const entries = await auditEntries(hub)
    const refused = entries.filter(({ action }) => action === 'TOKEN_REFUSED')
    expect(new Set(refused.map(({ actor }) => actor))).toEqual(new Set(['drug-service']))
    expect(JSON.stringify(entries)).not.toContain(canary)
  })
})
