import { readFile } from 'node:fs/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type HubPlace, placeFile, readPlace } from '../local/place.ts'
import { isHealthy } from '../local/reach.ts'
import { InputError } from './evaluate/read-people.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** The tables of the hub that runs on this machine, and a client that reaches them. @throws InputError when none runs */
export const localHub = async (
  usage: string,
): Promise<{ readonly client: DynamoDBClient; readonly tables: HubPlace['tables'] }> => {
  const place = await readFile(placeFile, 'utf8').then(readPlace, () => undefined)
  if (place === undefined) throw new InputError(`no hub runs here (npm start). ${usage}`)
  const { endpoint, tables } = place
  if (!(await isHealthy(endpoint)))
    throw new InputError(`no hub answers at ${endpoint}: it has stopped (npm start)`)
  return { client: new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials }), tables }
}

/** A client with endpoint, region and credentials from the environment. */
export const clientFromEnvironment = (): DynamoDBClient => {
  const endpoint = process.env['HUB_ENDPOINT']
  return new DynamoDBClient(endpoint === undefined ? {} : { endpoint })
}
