import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import { SFNClient } from '@aws-sdk/client-sfn'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { importAddresses } from '../../shared/aws/s3/import-addresses.ts'
import { stepFunctions } from '../../shared/aws/sfn/machine.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('import-register', process.env)
const clients = {
  store: dynamodbStore(new DynamoDBClient(clientOptions)),
  keys: kmsKeys(new KMSClient(clientOptions)),
  imports: importAddresses(new S3Client(clientOptions)),
  startMachine: stepFunctions(new SFNClient(clientOptions)),
}

export const handler = wire(clients, environment, worldOf('import-register'))
