import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { Client } from '../../../shared/agencies/client.ts'
import {
  accessTokenClaims,
  accessTokenSeconds,
  accessTokenVerifier,
  claimedClient,
  signAccessToken,
  verifyAssertion,
} from '../../../shared/http/tokens.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { drugService, westmarch } from '../../builders/clients.ts'
import { forgedTokens, type Signer, signed } from '../../builders/forged-tokens.ts'
import { aSigningKey, publicJwk } from '../../builders/signing-keys.ts'

const issuer = 'https://hub.example/v1'
const now = new Date('2026-11-23T10:00:00Z')
const nowSeconds = now.getTime() / 1000
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)

const signWith =
  (key: KeyObject): Signer =>
  (input) =>
    sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })
const hubKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const otherKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const publicKeyPem = hubKeys.publicKey.export({ format: 'pem', type: 'spki' }).toString()
const signer = {
  kid: publicJwk(hubKeys.publicKey).kid,
  sign: async (input: Uint8Array) => signWith(hubKeys.privateKey)(input),
}
const verify = accessTokenVerifier([publicJwk(hubKeys.publicKey)], issuer)

const client = (of = drugService, key = otherKeys.publicKey): Client => ({
  ...of,
  active: true,
  keys: [publicJwk(key, 'k1')],
})
const claims = accessTokenClaims(client(), 'concerns.write concerns.read', {
  issuer,
  now,
  jti: 'an-id',
})
const token = (): Promise<string> => signAccessToken(claims, signer)

describe('an access token', () => {
  it('says who calls, and no more than the client is', async () => {
    expect(await verify(await token(), now)).toEqual({
      ...drugService,
      scopes: ['concerns.write', 'concerns.read'],
    })
  })

  it('holds an authority where the client has one, and no kind of service', () => {
    const of = accessTokenClaims(client(westmarch), 'alerts.read', { issuer, now, jti: 'a' })
    expect(of).toMatchObject({ authority: westmarchCode, exp: nowSeconds + accessTokenSeconds })
    expect(of).not.toHaveProperty('agencyType')
  })

  it('holds no authority where the client has none', () => {
    expect(claims).toMatchObject({ agencyType: 'substance-misuse' })
    expect(claims).not.toHaveProperty('authority')
  })

  it('may hold its scopes with blanks too many', async () => {
    const spaced = { ...claims, scope: ' concerns.write  concerns.read ' }
    const made = await signAccessToken(spaced, signer)
    expect((await verify(made, now)).scopes).toEqual(['concerns.write', 'concerns.read'])
  })

  it.each([
    [-6, false],
    [-5, true],
    [0, true],
    [299, true],
    [304, true],
    [306, false],
    [3600, false],
  ])('%i seconds after its issue: %s', async (seconds, isValid) => {
    const made = await token()
    const outcome = await verify(made, later(seconds)).then(
      () => true,
      () => false,
    )
    expect(outcome).toBe(isValid)
  })

  it('is verified by the published key that it names, whichever signs', async () => {
    const next = aSigningKey()
    const both = accessTokenVerifier([publicJwk(hubKeys.publicKey), next.jwk], issuer)
    for (const by of [signer, next])
      expect(await both(await signAccessToken(claims, by), now)).toMatchObject({
        clientId: drugService.clientId,
      })
    const misnamed = await signAccessToken(claims, { ...signer, kid: next.kid })
    await expect(both(misnamed, now)).rejects.toMatchObject({ code: 'token-invalid' })
  })

  it('is refused once its key is no longer published', async () => {
    const without = accessTokenVerifier([aSigningKey().jwk], issuer)
    await expect(without(await token(), now)).rejects.toMatchObject({ code: 'token-invalid' })
  })

  it('is refused in every forged form, always in the same words', async () => {
    const forged = await forgedTokens({
      claims,
      nowSeconds,
      publicKeyPem,
      ...signer,
      signElsewhere: signWith(otherKeys.privateKey),
    })
    expect(forged.length).toBeGreaterThan(50)
    for (const [name, made] of forged.filter(([, token]) => !token.endsWith('\n'))) {
      const error: unknown = await verify(made, now).catch((thrown: unknown) => thrown)
      expect(error, name).toEqual(
        new HubError('token-invalid', 'the access token could not be verified'),
      )
    }
  })
})

const assertionClaims = {
  iss: drugService.clientId,
  sub: drugService.clientId,
  aud: `${issuer}/token`,
  jti: 'a-used-once-id',
  iat: nowSeconds,
  exp: nowSeconds + 60,
}
const audiences = [issuer, `${issuer}/token`]
const assertion = (
  change: object = {},
  header: object = {},
  key = otherKeys.privateKey,
): Promise<string> =>
  signed({ alg: 'ES256', kid: 'k1', ...header }, { ...assertionClaims, ...change }, signWith(key))

describe('a client’s assertion', () => {
  it.each([
    ['as it should be', {}],
    ['for the issuer', { aud: issuer }],
    ['for a list of one', { aud: [issuer] }],
    ['just issued by a clock that is ten seconds ahead', { iat: nowSeconds + 10 }],
    ['that lives for ten minutes', { exp: nowSeconds + 600 }],
  ])('%s is taken', async (_, change) => {
    expect(
      await verifyAssertion(await assertion(change), client(), { audiences, now }),
    ).toMatchObject({
      sub: drugService.clientId,
      jti: 'a-used-once-id',
    })
  })

  it.each([
    ['for a list of two', { aud: [issuer, 'https://elsewhere.example'] }],
    ['for two of ours', { aud: audiences }],
    ['for another audience', { aud: 'https://elsewhere.example' }],
    ['by another issuer', { iss: 'another' }],
    ['about another client', { sub: 'another' }],
    ['that has expired', { iat: nowSeconds - 100, exp: nowSeconds - 6 }],
    ['that lives too long', { exp: nowSeconds + 601 }],
    ['that lives for ever', { exp: Number.MAX_SAFE_INTEGER }],
    ['issued long ago', { iat: nowSeconds - 700 }],
    ['issued by a clock that is too far ahead', { iat: nowSeconds + 12 }],
    ['that is not yet valid', { nbf: nowSeconds + 60 }],
    ['without an id', { jti: undefined }],
    ['with a short id', { jti: 'short' }],
    ['with half a character in its id', { jti: 'a-used-once-\ud800' }],
    ['with a character in its id that no key may hold', { jti: 'a-used-once-\u0000id' }],
    ['with a number for an id', { jti: 1234567890 }],
    ['without an expiry', { exp: undefined }],
    ['without a time of issue', { iat: undefined }],
    ['without an audience', { aud: undefined }],
  ])('%s is refused', async (_, change) => {
    await expect(
      verifyAssertion(await assertion(change), client(), { audiences, now }),
    ).rejects.toThrow()
  })

  it('that lives too long is refused by name', async () => {
    const made = await assertion({ exp: nowSeconds + 601 })
    await expect(verifyAssertion(made, client(), { audiences, now })).rejects.toMatchObject({
      code: 'token-invalid',
    })
  })

  it.each([
    ['by another key', {}, hubKeys.privateKey],
    ['by a key that is not registered', { kid: 'k2' }, otherKeys.privateKey],
    ['of the algorithm none', { alg: 'none' }, otherKeys.privateKey],
    ['of another algorithm', { alg: 'ES384' }, otherKeys.privateKey],
    [
      'with a key of its own',
      { jwk: hubKeys.publicKey.export({ format: 'jwk' }) },
      hubKeys.privateKey,
    ],
  ])('%s is refused', async (...[, header, key]) => {
    const made = await assertion({}, header, key)
    await expect(verifyAssertion(made, client(), { audiences, now })).rejects.toThrow()
  })
})

describe('the keys of a client', () => {
  const next = aSigningKey()
  const inRotation = (until: Date): Client => ({
    ...client(),
    keys: [{ ...publicJwk(otherKeys.publicKey, 'k1'), until: until.toISOString() }, next.jwk],
  })
  const isTaken = async (made: string, of: Client): Promise<boolean> =>
    verifyAssertion(made, of, { audiences, now }).then(
      () => true,
      () => false,
    )

  it.each([
    ['the old key until its end', 1, 'k1', otherKeys.privateKey, true],
    ['not the old key from its end', 0, 'k1', otherKeys.privateKey, false],
    ['the new key before the end of the old', 1, next.kid, next.privateKey, true],
    ['the new key after the end of the old', -1, next.kid, next.privateKey, true],
    ['not one key by the name of the other', 1, 'k1', next.privateKey, false],
    ['a key that is not named, in its time', 1, undefined, next.privateKey, true],
    ['a key that is not named, while it has not ended', 1, undefined, otherKeys.privateKey, true],
    ['no key that is not named and has ended', 0, undefined, otherKeys.privateKey, false],
  ])('take %s', async (...[, seconds, kid, key, isExpected]) => {
    const made = await assertion({}, { kid }, key)
    expect(await isTaken(made, inRotation(later(seconds)))).toBe(isExpected)
  })

  it('are none of them taken once the only one has ended', async () => {
    const [ended] = inRotation(now).keys
    const of = { ...client(), keys: ended === undefined ? [] : [ended] }
    expect(await isTaken(await assertion(), of)).toBe(false)
  })
})

describe('the client that an assertion claims', () => {
  const claiming = (of: unknown): string =>
    `a.${Buffer.from(JSON.stringify(of)).toString('base64url')}.c`

  it.each([
    [8192, 'drug-service'],
    [8193, undefined],
  ])('of %i characters is %s', (length, client) => {
    expect(claimedClient(claiming({ sub: 'drug-service' }).padEnd(length, 'c'))).toBe(client)
  })

  it('is its subject', () => {
    expect(claimedClient(claiming({ sub: 'drug-service' }))).toBe('drug-service')
  })

  it.each([
    ['nothing', ''],
    ['one part', 'a'],
    ['no JSON', 'a.b.c'],
    ['null', claiming(null)],
    ['a list', claiming([])],
    ['no subject', claiming({})],
    ['an empty subject', claiming({ sub: '' })],
    ['a number', claiming({ sub: 7 })],
    ['101 characters', claiming({ sub: 'a'.repeat(101) })],
    [
      'half a surrogate pair, which no store takes',
      `a.${Buffer.from('{"sub":"\\ud800"}').toString('base64url')}.c`,
    ],
    ['more than 8 kB', claiming({ sub: 'a', more: 'b'.repeat(9000) })],
  ])('is unknown for %s', (_, made) => {
    expect(claimedClient(made)).toBeUndefined()
  })
})
