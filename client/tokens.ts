import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import * as z from 'zod'
import { problemOf } from './problem.ts'
import type { Request, Send, World } from './transport.ts'

/** Who signs in. */
export type Identity = {
  readonly client: string
  /** Its private key on P-256, PEM. */
  readonly key: string
  /** The name of that key at the hub; left out, each of the client’s keys is tried. */
  readonly kid?: string | undefined
  /** Where the hub calls its token endpoint otherwise than you reach it. */
  readonly audience?: string | undefined
}

/** A token: `fresh` differs from the one that the hub refused. */
export type Tokens = { readonly fresh: (refused?: string) => Promise<string> }

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number().default(300) })
type Held = { readonly token: string; readonly until: number }

/** Milliseconds before its end at which a token is renewed: a request that leaves with it arrives in time. */
const early = 30_000

const keyOf = (pem: string): KeyObject => {
  const wanted = 'key: an EC private key on P-256, in PEM'
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch (cause) {
    throw new TypeError(wanted, { cause })
  }
  throw new TypeError(wanted)
}

/** By private_key_jwt: an assertion is good once. @see RFC 7523 §2.2 */
const requestOf = async (
  { client, kid, audience }: Identity & { readonly audience: string },
  key: KeyObject,
  now: Date,
): Promise<Request> => {
  const seconds = Math.floor(now.getTime() / 1000)
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES256', ...(kid !== undefined && { kid }) })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 120)
    .sign(key)
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  })
  return { method: 'POST', path: '/token', headers: {}, body }
}

/** Tokens of one client: one request for however many wait, renewed before its end. @throws HubProblem where the hub gives none */
export const tokensOf = (
  identity: Identity & { readonly audience: string },
  send: Send,
  { now }: Pick<World, 'now'>,
): Tokens => {
  const key = keyOf(identity.key)
  const fetchToken = async (): Promise<Held> => {
    const answer = await send(() => requestOf(identity, key, now()), { isSafe: true })
    const given = tokenSchema.safeParse(answer.body).data
    if (answer.status !== 200 || given === undefined) throw problemOf(answer)
    const lasts = given.expires_in * 1000
    return {
      token: given.access_token,
      until: now().getTime() + lasts - Math.min(early, lasts / 2),
    }
  }
  let held: Promise<Held> | undefined
  const asked = (): Promise<Held> => {
    const asking = fetchToken()
    asking.catch(() => {
      if (held === asking) held = undefined
    })
    return asking
  }
  return {
    fresh: async (refused) => {
      const known = held
      const had = await known
      if (had !== undefined && had.until > now().getTime() && had.token !== refused)
        return had.token
      // The first of those who wait asks; the others find that somebody has.
      if (held === known) held = asked()
      return (await (held ?? asked())).token
    },
  }
}
