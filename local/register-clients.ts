import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { clientSchema } from '../shared/agencies/client.ts'
import { agreementRow } from '../shared/aws/dynamodb/agreements.ts'
import { clientRow } from '../shared/aws/dynamodb/clients.ts'
import { asItem } from '../shared/aws/dynamodb/item.ts'
import type { HubPlace } from './place.ts'
import { demoAgreements } from './seed/agreements.ts'
import { demoClients } from './seed/clients.ts'

/** Records the demo's sharing agreements, and gives each client a fresh key: the public half to the hub, the private half to a file only its owner can read. */
export const registerClients = async (
  dynamodb: DynamoDBClient,
  place: Pick<HubPlace, 'clientKeys' | 'tables'>,
): Promise<void> => {
  const put = (row: Record<string, unknown>) =>
    dynamodb.send(new PutItemCommand({ TableName: place.tables.casework, Item: asItem(row) }))
  for (const agreement of demoAgreements(new Date())) await put(agreementRow(agreement))
  for (const demo of demoClients) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'ES256', use: 'sig' }
    const client = clientSchema.parse({ ...demo, active: true, keys: [jwk] })
    await put(clientRow(client))
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    await writeFile(join(place.clientKeys, `${demo.clientId}.pem`), pem, { mode: 0o600 })
  }
}
