import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { SQSClient } from '@aws-sdk/client-sqs'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { deployedPlaces } from '../../shared/aws/deployed-places.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { sqsQueues } from '../../shared/aws/sqs/queues.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { postWithin } from '../../shared/sending/post.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('deliver-alerts', process.env)
/** Milliseconds that a receiver has to answer. */
const patience = 8_000

const clients = {
  places: deployedPlaces,
  store: dynamodbStore(new DynamoDBClient(clientOptions)),
  keys: kmsKeys(new KMSClient(clientOptions)),
  queues: sqsQueues(new SQSClient(clientOptions)),
  post: postWithin({ reach: environment.RECEIVERS, milliseconds: patience }),
}

export const handler = wire(clients, environment, worldOf('deliver-alerts'))
