import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientOptions } from '../../shared/aws/client-options.ts'

/** What a function would be that does nothing at all: a client of the tables, with the hub's own credentials and limits. */
export const client = new DynamoDBClient(clientOptions)
