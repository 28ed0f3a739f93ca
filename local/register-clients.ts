import { generateKeyPairSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clientSchema } from '../shared/agencies/client.ts'
import type { PublicKey } from '../shared/agencies/public-key.ts'
import { put } from '../shared/aws/dynamodb/actions.ts'
import { clientRow } from '../shared/aws/dynamodb/clients.ts'
import type { KeyedRow, Store } from '../shared/aws/dynamodb/store.ts'
import type { HubPlace } from './place.ts'
import { demoClients } from './seed/clients.ts'
import { consoleClients } from './seed/console-clients.ts'
import { directoryRows } from './seed/directory.ts'

/**
 * Fills the directory of the local stage, and gives each client a fresh key: the public half to the hub, the private half to a file only
 * its owner can read. The clients of the console are known by its own key, which never leaves it.
 */
export const registerClients = async (
  store: Store,
  place: Pick<HubPlace, 'clientKeys' | 'tables'>,
  consoleKey: PublicKey,
): Promise<void> => {
  const keep = (row: KeyedRow) => store.transact([put(place.tables.directory, row)])
  for (const row of directoryRows(new Date())) await keep(row)
  for (const client of consoleClients)
    await keep(clientRow(clientSchema.parse({ ...client, active: true, keys: [consoleKey] })))
  for (const demo of demoClients) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'ES256', use: 'sig' }
    const client = clientSchema.parse({ ...demo, active: true, keys: [jwk] })
    await keep(clientRow(client))
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    await writeFile(join(place.clientKeys, `${demo.clientId}.pem`), pem, { mode: 0o600 })
  }
}
