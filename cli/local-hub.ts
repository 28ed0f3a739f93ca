import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { type HubPlace, placeFile, readPlace } from '../local/place.ts'
import { InputError } from './evaluate/input-error.ts'

const timeoutMilliseconds = 5_000
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** Whatever it says: an emulator and a served hub answer differently to a stranger. */
const isAnswered = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(timeoutMilliseconds) }).then(
    () => true,
    () => false,
  )

/** The hub that runs on this machine, or that served at a port. @throws InputError when none runs, or one that has stopped left its file */
export const placeOfHub = async (port?: string): Promise<HubPlace> => {
  const file = port === undefined ? placeFile : resolve('.local', `hub-${port}.json`)
  const place = await readFile(file, 'utf8')
    .then(readPlace)
    .catch(() => undefined)
  if (place === undefined || !(await isAnswered(place.endpoint)))
    throw new InputError('no hub runs on this machine: start one with npm start or npm run serve')
  return place
}

/** Its tables, and a client that reaches them. @throws InputError when none runs */
export const localHub = async (): Promise<{
  readonly client: DynamoDBClient
  readonly tables: HubPlace['tables']
}> => {
  const { endpoint, tables } = await placeOfHub()
  return { client: new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials }), tables }
}

/** Keys of the hub on this machine. */
export const localKms = async (): Promise<KMSClient> => {
  const { endpoint } = await placeOfHub()
  return new KMSClient({ endpoint, region: 'eu-west-2', credentials })
}

/** As {@link clientFromEnvironment}, for keys. */
export const kmsFromEnvironment = (): KMSClient => {
  const endpoint = process.env['HUB_ENDPOINT']
  return new KMSClient(endpoint === undefined ? {} : { endpoint })
}

/** A client with endpoint, region and credentials from the environment. */
export const clientFromEnvironment = (): DynamoDBClient => {
  const endpoint = process.env['HUB_ENDPOINT']
  return new DynamoDBClient(endpoint === undefined ? {} : { endpoint })
}

/** What to throw when tables cannot be read or written, in one sentence. */
export const unreachable = (table: string, error: unknown): InputError => {
  if (error instanceof InputError) return error
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new InputError(`the table ${table} cannot be reached: ${reason.replace(/\s+/g, ' ')}`, {
    cause: error,
  })
}
