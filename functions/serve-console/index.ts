import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readSecretOf } from '../../shared/aws/secrets/read-secret.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { callWithin } from '../../shared/sending/call.ts'
import { readBuilt } from './built.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('serve-console', process.env)
/** Milliseconds that the API has to answer: less than the function itself has. */
const patience = 12_000

const clients = {
  store: dynamodbStore(new DynamoDBClient(clientOptions)),
  keys: kmsKeys(new KMSClient(clientOptions)),
  call: callWithin(patience),
  readSecret: readSecretOf(new SecretsManagerClient(clientOptions)),
}
const built = await readBuilt(import.meta.dirname)

export const handler = wire(clients, environment, { ...worldOf('serve-console'), built })
