import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Answer as Answered, HubUnreachable } from '../client/problem.ts'
import { type Asked, type SignedIn, signedIn } from '../client/signed-in.ts'
import type { HubPlace } from './place.ts'
import { noHubAt } from './reach.ts'
import { PlainError } from './say.ts'

export type Answer = Answered
type Sent = Pick<Asked, 'body' | 'headers'>

/** A system that calls the hub as any other would: its own key, a token from the API, plain HTTP. */
export type ApiClient = {
  readonly clientId: string
  readonly call: (method: Asked['method'], path: string, sent?: Sent) => Promise<Answer>
}

type Place = Pick<HubPlace, 'apiUrl' | 'address' | 'clientKeys'>

const keyIn = ({ clientKeys }: Place, clientId: string): Promise<string> =>
  readFile(join(clientKeys, `${clientId}.pem`), 'utf8').catch((cause: unknown) => {
    throw new PlainError(`The hub has no demo client of that name: ${clientKeys} lists them.`, {
      cause,
    })
  })

/** Whoever calls sees every answer, and waits as long as a busy machine takes. */
const bare = { tries: 1, timeout: 300_000 } as const

const signIn = async (place: Place, client: string): Promise<SignedIn> =>
  signedIn({
    ...bare,
    hub: place.apiUrl,
    audience: `${place.address}/token`,
    client,
    key: await keyIn(place, client),
    kid: 'key-1',
  })

const orNoHub =
  ({ apiUrl }: Place) =>
  (error: unknown): never => {
    throw error instanceof HubUnreachable ? noHubAt(apiUrl, error) : error
  }

/** An access token of a demo client. @see RFC 7523 §2.2 */
export const fetchToken = async (place: Place, clientId: string): Promise<string> =>
  (await signIn(place, clientId)).token().catch(orNoHub(place))

/** A demo client of the hub on this machine. */
export const apiClient = (place: Place, clientId: string): ApiClient => {
  let signed: Promise<SignedIn> | undefined
  return {
    clientId,
    call: async (method, path, sent) => {
      signed ??= signIn(place, clientId)
      const { ask } = await signed
      return ask({ ...sent, method, path, isSafe: false }).catch(orNoHub(place))
    },
  }
}
