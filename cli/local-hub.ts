import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { type HubPlace, placeFile, readPlace } from '../local/place.ts'
import { type OperatorDoor, operatorDoorAt } from '../local/serve/operator-door.ts'
import { InputError } from './evaluate/input-error.ts'

const timeoutMilliseconds = 5_000
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** Whatever it says: an emulator and a served hub answer differently to a stranger. */
export const isAnswered = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(timeoutMilliseconds) }).then(
    () => true,
    () => false,
  )

const readPlaceIn = (file: string): Promise<HubPlace | undefined> =>
  readFile(file, 'utf8')
    .then(readPlace)
    .catch(() => undefined)

/** The places that files of this folder name and at which something answers, each once: that of `npm start`, and one a port. */
const placesThatAnswer = async (folder: string): Promise<readonly HubPlace[]> => {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => /^hub-\d+\.json$/.test(name)).toSorted()
  const places = await Promise.all(files.map((name) => readPlaceIn(join(folder, name))))
  const known = places.filter((place) => place !== undefined)
  const answered = await Promise.all(known.map(({ endpoint }) => isAnswered(endpoint)))
  return known.filter((_, at) => answered[at])
}

const portOf = ({ endpoint }: HubPlace): string => new URL(endpoint).port

/**
 * The hub that runs on this machine: that at the port which is given or which HUB_PORT names, else that of `npm start`, or the only one.
 * @throws InputError when none runs, or several
 */
export const placeOfHub = async (
  port = process.env['HUB_PORT'],
  folder = dirname(placeFile),
): Promise<HubPlace> => {
  const all = await placesThatAnswer(folder)
  const started = await readPlaceIn(join(folder, basename(placeFile)))
  const first = all.filter(({ endpoint }) => endpoint === started?.endpoint)
  const unnamed = first.length > 0 ? first : all
  const places = port === undefined ? unnamed : all.filter((place) => portOf(place) === port)
  const [place] = places
  if (place === undefined)
    throw new InputError(
      `no hub runs ${port === undefined ? 'on this machine' : `at port ${port}`}: start one with npm start or npm run serve`,
    )
  if (places.length > 1)
    throw new InputError(
      `hubs run at the ports ${places.map(portOf).join(', ')}: put HUB_PORT=PORT before the command`,
    )
  return place
}

/** What a hub in one process keeps; undefined of one over the emulator, which has tables and keys as in the cloud. */
export const servedDoor = ({ endpoint, operatorWord }: HubPlace): OperatorDoor | undefined =>
  operatorWord === undefined ? undefined : operatorDoorAt(endpoint, operatorWord)

const onEmulator = async (): Promise<HubPlace> => {
  const place = await placeOfHub()
  if (servedDoor(place) !== undefined)
    throw new InputError(
      'the hub that runs here keeps everything in memory; this needs tables: start one with npm start',
    )
  return place
}

/** Its tables, and a client that reaches them. @throws InputError when none runs that has tables */
export const localHub = async (): Promise<{
  readonly client: DynamoDBClient
  readonly tables: HubPlace['tables']
}> => {
  const { endpoint, tables } = await onEmulator()
  return { client: new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials }), tables }
}

/** Keys of the hub on this machine. */
export const localKms = async (): Promise<KMSClient> => {
  const { endpoint } = await onEmulator()
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
