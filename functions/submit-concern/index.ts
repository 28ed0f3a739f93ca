import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { deployedPlaces } from '../../shared/aws/deployed-places.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('submit-concern', process.env)
const clients = {
  places: deployedPlaces,
  store: dynamodbStore(new DynamoDBClient(clientOptions)),
  keys: kmsKeys(new KMSClient(clientOptions)),
}

export const handler = wire(clients, environment, worldOf('submit-concern'))
