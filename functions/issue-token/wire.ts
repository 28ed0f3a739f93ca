import type { Clients } from '../../shared/aws/clients.ts'
import {
  readClientIn,
  recordNothingIn,
  spendAssertionIn,
} from '../../shared/aws/dynamodb/clients.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { readSigningKeyIn } from '../../shared/aws/dynamodb/signing-key.ts'
import { readDeliveryKey } from '../../shared/aws/kms/delivery-key.ts'
import { heldTokenKeys, publishedOf, signedByFirst } from '../../shared/aws/kms/token-key.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { accessTokenClaims, signAccessToken, verifyAssertion } from '../../shared/http/tokens.ts'
import { once } from '../../shared/kernel/once.ts'
import { createHandler } from './handler.ts'

export const wire = (
  clients: Pick<Clients, 'store' | 'keys'>,
  environment: Environment<'issue-token'>,
  world: World,
) => {
  const { store, keys } = clients
  const {
    AUDIT_ENTRIES_TABLE: auditEntries,
    DIRECTORY_TABLE: directory,
    ISSUER: issuer,
    TOKENS_TABLE: tokens,
    TOKEN_AUDIENCES: audiences,
  } = environment
  const { DELIVERY_KEY, TOKEN_KEYS: keyIds } = environment
  const tokenKeys = heldTokenKeys({ keys, keyIds, ...world })
  const publicKeys = publishedOf(tokenKeys)
  const deliveryKey = once(() => readDeliveryKey(keys, DELIVERY_KEY))
  const readSigningKey = readSigningKeyIn(store, directory)
  const signed = signedByFirst({ keys, log: world.log }, tokenKeys)

  return createHandler({
    readClient: readClientIn(store, directory),
    readDirectory: readDirectoryIn(store, directory, world.now),
    verifyAssertion: (assertion, client, now) =>
      verifyAssertion(assertion, client, { audiences, now }),
    spend: spendAssertionIn(store, { tokens, auditEntries }),
    sign: async (client, scope, now) => {
      const claims = accessTokenClaims(client, scope, { issuer, now, jti: world.newId(now) })
      return signed((await readSigningKey())?.kid, (signer) => signAccessToken(claims, signer))
    },
    publicKeys: async () => [...(await publicKeys()), await deliveryKey()],
    record: recordEntriesIn(store, auditEntries),
    recordNothing: recordNothingIn(store, tokens),
    ...world,
  })
}
