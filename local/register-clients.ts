import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { clientSchema } from '../shared/agencies/client.ts'
import { clientRow } from '../shared/aws/dynamodb/clients.ts'
import { asItem } from '../shared/aws/dynamodb/item.ts'
import type { HubPlace } from './place.ts'
import { demoClients } from './seed/clients.ts'

/** Gives each demo client a fresh key: the public half to the hub, the private half to a file only its owner can read. */
export const registerClients = async (
  dynamodb: DynamoDBClient,
  place: Pick<HubPlace, 'clientKeys' | 'tables'>,
): Promise<void> => {
  for (const demo of demoClients) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'ES256', use: 'sig' }
    const client = clientSchema.parse({ ...demo, active: true, keys: [jwk] })
    await dynamodb.send(
      new PutItemCommand({ TableName: place.tables.casework, Item: asItem(clientRow(client)) }),
    )
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    await writeFile(join(place.clientKeys, `${demo.clientId}.pem`), pem, { mode: 0o600 })
  }
}
