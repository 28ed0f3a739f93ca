import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { importObjects } from '../../shared/aws/s3/import-objects.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('read-uploads', process.env)
const clients = {
  store: dynamodbStore(new DynamoDBClient(clientOptions)),
  imports: importObjects(new S3Client(clientOptions)),
}

export const handler = wire(clients, environment, worldOf('read-uploads'))
