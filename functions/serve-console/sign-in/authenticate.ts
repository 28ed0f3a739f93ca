import { type ClientAuth, ClientSecretPost } from 'openid-client'
import { assertionOf } from '../../../shared/sending/hub-client.ts'

type Signing = {
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
  readonly now: () => Date
  readonly newId: (now: Date) => string
}

/** By the console's own key, which never leaves KMS. @see OpenID Connect Core §9, private_key_jwt */
export const byOwnKey =
  ({ sign, now, newId }: Signing): ClientAuth =>
  async (server, { client_id: clientId }, body) => {
    const assertion = await assertionOf({ clientId, sign }, { issuer: server.issuer, now, newId })
    body.set('client_id', clientId)
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    body.set('client_assertion', assertion)
  }

/** By a secret, for a provider that takes no key: read when it is needed, since it is replaced from time to time. */
export const bySecret =
  (readSecret: () => Promise<string>): ClientAuth =>
  async (...request) =>
    ClientSecretPost(await readSecret())(...request)
