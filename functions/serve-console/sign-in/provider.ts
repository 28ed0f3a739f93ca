import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import * as z from 'zod'

/** What is kept in the browser while somebody is at the identity provider. */
export const underwaySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where they wanted to go. */
  to: z.string(),
})
export type Underway = z.infer<typeof underwaySchema>

type At = {
  readonly issuer: URL
  readonly clientId: string
  /** Shows the provider that it is this console. */
  readonly authenticate: ClientAuth
  /** Where the provider sends people back to. */
  readonly callback: URL
}

/** The organisations' identity provider: OpenID Connect, authorisation code with PKCE. */
export type Provider = {
  readonly begin: (to: string) => Promise<{ readonly url: URL; readonly underway: Underway }>
  /** @throws where what came back is not the answer to what was begun */
  readonly finish: (
    query: Readonly<Record<string, string>>,
    underway: Underway,
  ) => Promise<Readonly<Record<string, unknown>>>
  /** Where to end the session at the provider, if it says. */
  readonly end: (back: URL) => Promise<URL | undefined>
}

/** What the provider says of itself is read once; a provider that did not answer is asked again. */
const configurationOf = (at: At): (() => Promise<Configuration>) => {
  let known: Promise<Configuration> | undefined
  // Only a local stage has an issuer without TLS.
  const execute = at.issuer.protocol === 'http:' ? [allowInsecureRequests] : []
  return () => {
    known ??= discovery(at.issuer, at.clientId, {}, at.authenticate, { execute, timeout: 10 })
    known.catch(() => {
      known = undefined
    })
    return known
  }
}

export const providerAt = (at: At): Provider => {
  const configuration = configurationOf(at)
  return {
    begin: async (to) => {
      const underway = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        to,
      }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: at.callback.href,
        scope: 'openid profile',
        state: underway.state,
        nonce: underway.nonce,
        code_challenge: await calculatePKCECodeChallenge(underway.verifier),
        code_challenge_method: 'S256',
      })
      return { url, underway }
    },
    finish: async (query, { state, nonce, verifier }) => {
      const back = new URL(`?${new URLSearchParams(query)}`, at.callback)
      const tokens = await authorizationCodeGrant(await configuration(), back, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      return { ...tokens.claims() }
    },
    end: async (back) => {
      const known = await configuration()
      if (known.serverMetadata().end_session_endpoint === undefined) return undefined
      return buildEndSessionUrl(known, { post_logout_redirect_uri: back.href })
    },
  }
}
