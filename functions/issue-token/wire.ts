import type { Clients } from '../../shared/aws/clients.ts'
import {
  readClientIn,
  recordNothingIn,
  spendAssertionIn,
} from '../../shared/aws/dynamodb/clients.ts'
import { readDeliveryKeysIn } from '../../shared/aws/dynamodb/delivery-keys.ts'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { askIn, tallyIn } from '../../shared/aws/dynamodb/quotas.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { readSigningKeyIn } from '../../shared/aws/dynamodb/signing-key.ts'
import { heldTokenKeys, publishedOf, signedByFirst } from '../../shared/aws/kms/token-key.ts'
import type { World } from '../../shared/aws/world.ts'
import type { Environment } from '../../shared/config/environment.ts'
import { accessTokenClaims, signAccessToken, verifyAssertion } from '../../shared/http/tokens.ts'
import { tellingUnreadable } from '../../shared/logging/telling-unreadable.ts'
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
    INTAKE_TABLE: intake,
    ISSUER: issuer,
    TOKENS_TABLE: tokens,
    TOKEN_AUDIENCES: audiences,
  } = environment
  const { TOKEN_KEYS: keyIds } = environment
  const tokenKeys = heldTokenKeys({ keys, keyIds, ...world })
  const publicKeys = publishedOf(tokenKeys)
  const readDeliveryKeys = readDeliveryKeysIn(store, tokens, world.now)
  const readSigningKey = readSigningKeyIn(store, directory)
  const signed = signedByFirst({ keys, log: world.log }, tokenKeys)

  const tellUnreadable = tellingUnreadable(world.log)
  return createHandler({
    readClient: readClientIn(store, directory, (client) =>
      tellUnreadable({ kind: 'client', client }),
    ),
    readDirectory: readDirectoryIn(store, directory, world.now),
    verifyAssertion: (assertion, client, now) =>
      verifyAssertion(assertion, client, { audiences, now }),
    spend: spendAssertionIn(store, { tokens, auditEntries }),
    sign: async (client, scope, now) => {
      const claims = accessTokenClaims(client, scope, { issuer, now, jti: world.newId(now) })
      return signed((await readSigningKey())?.kid, (signer) => signAccessToken(claims, signer))
    },
    publicKeys: async () => [...(await publicKeys()), ...(await readDeliveryKeys())],
    record: recordEntriesIn(store, auditEntries),
    tally: tallyIn(store, intake),
    ask: askIn(store, intake),
    recordNothing: recordNothingIn(store, tokens),
    ...world,
  })
}
