import {
  createLocalJWKSet,
  decodeProtectedHeader,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import * as z from 'zod'
import { type Caller, callerSchema } from '../agencies/access.ts'
import { type Client, isKeyLive } from '../agencies/client.ts'
import type { PublicKey } from '../agencies/public-key.ts'
import { HubError } from '../kernel/hub-error.ts'
import { present } from '../kernel/present.ts'

/**
 * The one place that uses jose. Its defaults accept a token without expiry, issuer or audience, with an expiry in a
 * century, or of another type (RFC 8725); every check here is therefore spelt out.
 */
const algorithms = ['ES256']
/** Life of an access token. */
export const accessTokenSeconds = 300
const clockToleranceSeconds = 5
/** How far a client's clock may be ahead of ours. @see FAPI 2.0 Security Profile §5.3.2.1 */
const aheadSeconds = 10

/** Whether a token names a key that is none of these. */
export const namesAnother = (token: string, published: readonly PublicKey[]): boolean => {
  try {
    const { kid } = decodeProtectedHeader(token)
    return kid !== undefined && !published.some((key) => key.kid === kid)
  } catch {
    return false
  }
}

/** Verifies an access token that the hub issued, by that of its published keys which the token names. */
export const accessTokenVerifier = (published: readonly PublicKey[], issuer: string) => {
  const keySet = createLocalJWKSet({ keys: published.map(({ use: _, ...key }) => key) })
  return async (token: string, now: Date): Promise<Caller> => {
    const options = {
      algorithms,
      issuer,
      audience: issuer,
      typ: 'at+jwt',
      maxTokenAge: accessTokenSeconds,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'iat', 'sub', 'jti', 'client_id', 'scope'],
      currentDate: now,
    } satisfies JWTVerifyOptions
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keySet, options)
      if (protectedHeader.kid === undefined) throw new Error('the token names no key')
      return callerOf(payload)
    } catch {
      throw new HubError('token-invalid', 'the access token could not be verified')
    }
  }
}

const claimsSchema = callerSchema.omit({ clientId: true, scopes: true }).extend({
  aud: z.string(),
  sub: z.string(),
  client_id: z.string(),
  scope: z.string(),
})

/** @throws ZodError when a claim is missing or the audience is a list: one token, one audience. */
const callerOf = (payload: JWTPayload): Caller => {
  const { client_id: clientId, scope, ...claims } = claimsSchema.parse(payload)
  return callerSchema.parse({
    ...claims,
    clientId,
    scopes: scope.split(' ').filter((part) => part !== ''),
  })
}

const assertionSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.string(),
  jti: z.string().regex(/^[\x21-\x7e]{8,200}$/),
  exp: z.number(),
})
export type Assertion = z.infer<typeof assertionSchema>

/** The client an assertion claims to be from: unverified, good only for finding the keys to verify it with. */
export const claimedClient = (assertion: string): string | undefined => {
  const part = assertion.split('.')[1]
  if (part === undefined || assertion.length > 8192) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return z.object({ sub: z.string().regex(/^[\x21-\x7e]{1,100}$/) }).parse(claims).sub
  } catch {
    return undefined
  }
}

/** The claims of an assertion, by the first of these keys that signed it. @throws when none did */
const payloadBy = async (
  assertion: string,
  keys: Client['keys'],
  options: JWTVerifyOptions,
): Promise<JWTPayload> => {
  const [key, ...others] = keys
  if (key === undefined)
    throw new HubError('token-invalid', 'no key of the client signed the assertion')
  const { use: _, until: __, ...jwk } = key
  try {
    return (await jwtVerify(assertion, createLocalJWKSet({ keys: [jwk] }), options)).payload
  } catch (error) {
    if (others.length === 0) throw error
    return payloadBy(assertion, others, options)
  }
}

/**
 * Verifies a client's `private_key_jwt` assertion: by the key it names, or where it names none by any that the client
 * holds, and by none that has ended. @see RFC 7523 §3; RFC 7521 §5.2
 */
export const verifyAssertion = async (
  assertion: string,
  client: Client,
  { audiences, now }: { readonly audiences: readonly string[]; readonly now: Date },
): Promise<Assertion> => {
  const { kid } = decodeProtectedHeader(assertion)
  const payload = await payloadBy(
    assertion,
    client.keys.filter((key) => isKeyLive(key, now) && (kid === undefined || key.kid === kid)),
    {
      algorithms,
      issuer: client.clientId,
      subject: client.clientId,
      audience: [...audiences],
      maxTokenAge: 600,
      clockTolerance: aheadSeconds,
      requiredClaims: ['exp', 'iat', 'jti', 'sub', 'aud'],
      currentDate: now,
    },
  )
  const claims = assertionSchema.parse(
    Array.isArray(payload.aud) && payload.aud.length === 1
      ? { ...payload, aud: payload.aud[0] }
      : payload,
  )
  const seconds = now.getTime() / 1000
  if (claims.exp <= seconds - clockToleranceSeconds)
    throw new HubError('token-invalid', 'the assertion has expired')
  if (claims.exp > seconds + 600)
    throw new HubError('token-invalid', 'the assertion lives too long')
  return claims
}

/** Claims of an access token for this client. @see RFC 9068 */
export const accessTokenClaims = (
  client: Client,
  scope: string,
  { issuer, now, jti }: { readonly issuer: string; readonly now: Date; readonly jti: string },
): Record<string, unknown> => {
  const iat = Math.floor(now.getTime() / 1000)
  const { clientId, role, agency, agencyName, agencyType, authority } = client
  const { practitioner, vouches } = client
  return {
    iss: issuer,
    aud: issuer,
    sub: clientId,
    client_id: clientId,
    iat,
    exp: iat + accessTokenSeconds,
    jti,
    scope,
    role,
    agency,
    agencyName,
    ...present({ agencyType, authority, practitioner, vouches }),
  }
}

/**
 * A compact JWS made with a signer that never gives its key away (KMS). jose signs only with a key it holds, so the two
 * parts are joined here; `sign` takes the signing input and gives the raw 64-byte signature. The token names its key.
 * @see RFC 7515 §7.1
 */
export const signAccessToken = async (
  claims: Record<string, unknown>,
  {
    kid,
    sign,
  }: { readonly kid: string; readonly sign: (input: Uint8Array) => Promise<Uint8Array> },
): Promise<string> => {
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${encode({ alg: 'ES256', typ: 'at+jwt', kid })}.${encode(claims)}`
  return `${input}.${Buffer.from(await sign(Buffer.from(input))).toString('base64url')}`
}
