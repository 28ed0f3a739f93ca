import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from 'jose'
import { type LocalPerson, localPeople } from './people.ts'
import { peoplePage } from './people-page.ts'

type Wanted = {
  /** Where the console stands, and the public half of the key by which it says who it is. */
  readonly consoleUrl: string
  readonly consoleKeys: () => Promise<JSONWebKeySet>
  readonly people?: readonly LocalPerson[] | undefined
}
export type LocalIssuer = { readonly url: string; readonly stop: () => Promise<void> }

const clientId = 'safeguarding-hub-console'
const host = '127.0.0.1'

/** What a code stands for until it is exchanged, once. */
type Issued = {
  readonly person: LocalPerson
  readonly nonce: string
  readonly challenge: string
  readonly redirectUri: string
}
type State = Wanted & {
  readonly url: string
  readonly codes: Map<string, Issued>
  readonly key: Awaited<ReturnType<typeof generateKeyPair>>
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}

const redirect = (response: ServerResponse, to: string): void => {
  response.writeHead(302, { Location: to, 'Cache-Control': 'no-store' }).end()
}

const metadataOf = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/jwks`,
  end_session_endpoint: `${url}/end`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
})

/** Asks who signs in, and sends the browser back with a code for them. */
const authorize = (query: URLSearchParams, response: ServerResponse, state: State): void => {
  const { codes, consoleUrl, people = localPeople } = state
  const redirectUri = query.get('redirect_uri') ?? ''
  const challenge = query.get('code_challenge') ?? ''
  const isOurs =
    query.get('client_id') === clientId &&
    redirectUri === `${consoleUrl}/signed-in` &&
    query.get('code_challenge_method') === 'S256'
  if (!isOurs) {
    json(response, 400, { error: 'invalid_request' })
    return
  }
  const person = people.find(({ workId }) => workId === query.get('as'))
  if (person === undefined) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(peoplePage(people, query))
    return
  }
  const code = randomBytes(24).toString('base64url')
  codes.set(code, { person, nonce: query.get('nonce') ?? '', challenge, redirectUri })
  const back = new URLSearchParams({ code, state: query.get('state') ?? '', iss: state.url })
  redirect(response, `${redirectUri}?${back}`)
}

const isConsole = async (form: URLSearchParams, { url, consoleKeys }: State): Promise<boolean> => {
  const keys = createLocalJWKSet(await consoleKeys())
  const options = { issuer: clientId, subject: clientId, audience: url, algorithms: ['ES256'] }
  return jwtVerify(form.get('client_assertion') ?? '', keys, options).then(
    () => true,
    () => false,
  )
}

const idTokenOf = ({ person, nonce }: Issued, { key, url }: State): Promise<string> => {
  const { workId, name, positions } = person
  return new SignJWT({ nonce, work_id: workId, name, hub_positions: positions })
    .setProtectedHeader({ alg: 'ES256', kid: 'local' })
    .setIssuer(url)
    .setSubject(workId)
    .setAudience(clientId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key.privateKey)
}

type TokenReply = readonly [status: number, body: unknown]

/** Exchanges a code for who signed in, once, and for whoever began. @see RFC 7636 §4.6 */
const exchange = async (form: URLSearchParams, state: State): Promise<TokenReply> => {
  if (!(await isConsole(form, state))) return [401, { error: 'invalid_client' }]
  const code = form.get('code') ?? ''
  const issued = state.codes.get(code)
  state.codes.delete(code)
  const verifier = createHash('sha256').update(form.get('code_verifier') ?? '')
  const isTheirs =
    issued !== undefined &&
    issued.redirectUri === form.get('redirect_uri') &&
    issued.challenge === verifier.digest('base64url')
  if (!isTheirs) return [400, { error: 'invalid_grant' }]
  const access_token = randomBytes(16).toString('hex')
  return [200, { access_token, token_type: 'Bearer', id_token: await idTokenOf(issued, state) }]
}

const formIn = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

const end = (query: URLSearchParams, response: ServerResponse, { consoleUrl }: State): void => {
  const back = query.get('post_logout_redirect_uri') ?? ''
  redirect(response, back.startsWith(`${consoleUrl}/`) ? back : consoleUrl)
}

const keysOf = async ({ key }: State): Promise<unknown> => ({
  keys: [{ ...(await exportJWK(key.publicKey)), kid: 'local', alg: 'ES256' }],
})

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url)
  switch (pathname) {
    case '/.well-known/openid-configuration':
      json(response, 200, metadataOf(state.url))
      break
    case '/jwks':
      json(response, 200, await keysOf(state))
      break
    case '/authorize':
      authorize(searchParams, response, state)
      break
    case '/end':
      end(searchParams, response, state)
      break
    case '/token':
      json(response, ...(await exchange(await formIn(request), state)))
      break
    default:
      json(response, 404, { error: 'not_found' })
  }
}

/**
 * Stands for an organisation’s identity provider where there is none: whoever comes says which of the invented people they are. It runs
 * in the process that starts the local hub, and is part of nothing that is deployed.
 */
export const startIssuer = async (wanted: Wanted): Promise<LocalIssuer> => {
  const key = await generateKeyPair('ES256')
  const codes = new Map<string, Issued>()
  const server = createServer()
  const port = await new Promise<number>((done, fail) => {
    server.once('error', fail)
    server.listen(0, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const state = { ...wanted, url: `http://${host}:${port}`, codes, key }
  server.on('request', (request, response) => {
    answer(request, response, state).catch(() => response.destroy())
  })
  return {
    url: state.url,
    stop: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
