import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { dynamodbScan } from '../../shared/aws/dynamodb/scan.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readAccessLog } from '../../shared/aws/logs/access-log.ts'
import { s3Objects } from '../../shared/aws/s3/s3-objects.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('verify-log', process.env)
const dynamodb = new DynamoDBClient(clientOptions)
const clients = {
  store: dynamodbStore(dynamodb),
  scan: dynamodbScan(dynamodb),
  keys: kmsKeys(new KMSClient(clientOptions)),
  objects: s3Objects(new S3Client(clientOptions)),
  readAccessLog: readAccessLog(new CloudWatchLogsClient(clientOptions)),
}

export const handler = wire(clients, environment, worldOf('verify-log'))
