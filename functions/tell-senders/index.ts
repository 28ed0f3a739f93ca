import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SNSClient } from '@aws-sdk/client-sns'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { snsPublish } from '../../shared/aws/sns/publish.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('tell-senders', process.env)
const clients = {
  store: dynamodbStore(new DynamoDBClient(clientOptions)),
  publish: snsPublish(new SNSClient(clientOptions)),
}

export const handler = wire(clients, environment, worldOf('tell-senders'))
