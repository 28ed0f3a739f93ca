import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { dynamodbScan } from '../../shared/aws/dynamodb/scan.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('reconcile-concerns', process.env)
const dynamodb = new DynamoDBClient(clientOptions)
const clients = { store: dynamodbStore(dynamodb), scan: dynamodbScan(dynamodb) }

export const handler = wire(clients, environment, worldOf('reconcile-concerns'))
