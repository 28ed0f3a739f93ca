import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientOptions } from '../../shared/aws/client-options.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { worldOf } from '../../shared/aws/world.ts'
import { readEnvironment } from '../../shared/config/environment.ts'
import { wire } from './wire.ts'

const environment = readEnvironment('expire-entries', process.env)
const clients = { store: dynamodbStore(new DynamoDBClient(clientOptions)) }

export const handler = wire(clients, environment, worldOf('expire-entries'))
