import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { keysAt } from '../../client/receive/published-keys.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import type { Row } from '../../shared/aws/dynamodb/store.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readLogKey } from '../../shared/aws/kms/log-key.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { fulfilled } from '../../shared/kernel/fulfilled.ts'
import { addressesOf } from '../../shared/sending/pinned-address.ts'
import { InputError } from '../evaluate/input-error.ts'
import { signedObjects } from '../import/signed-objects.ts'
import {
  clientFromEnvironment,
  kmsFromEnvironment,
  localHub,
  localKms,
  placeOfHub,
  servedDoor,
} from '../local-hub.ts'
import { readStage } from '../read-stage.ts'
import { apiOf } from '../receive/api-of.ts'
import { liveRecovery } from '../recovery/live-recovery.ts'
import { liveVerifyPorts } from '../verify/live-ports.ts'
import { fetchPinned, keyLimits, publicAddressOf } from './keys/fetch-pinned.ts'
import type { OpenDirectory, PlaceOptions, Ports } from './ports.ts'

const scanTable = async (client: DynamoDBClient, table: string): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for await (const { Items = [] } of paginateScan(
    { client },
    { TableName: table, ConsistentRead: true },
  ))
    rows.push(...Items.map((item) => unmarshall(item)))
  return rows
}

const openOver = (client: DynamoDBClient, tables: OpenDirectory['tables']): OpenDirectory => ({
  store: dynamodbStore(client),
  tables,
  scan: () => scanTable(client, tables.directory),
})

const open = async ({ directory, auditEntries }: PlaceOptions): Promise<OpenDirectory> => {
  if ((directory === undefined) !== (auditEntries === undefined))
    throw new InputError(
      'give both tables, --directory and --audit-entries, or neither for the hub on this machine',
    )
  if (directory !== undefined && auditEntries !== undefined)
    return openOver(clientFromEnvironment(), { directory, auditEntries })
  const place = await placeOfHub()
  const door = servedDoor(place)
  if (door !== undefined)
    return { store: door, tables: place.tables, scan: () => door.rows(place.tables.directory) }
  const { client, tables } = await localHub()
  return openOver(client, tables)
}

const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError(`${path}: cannot be read`, { cause })
  })

const fetchText = async (url: URL): Promise<string> =>
  fetchPinned(
    url,
    publicAddressOf(url.hostname, await addressesOf(url.hostname, keyLimits.milliseconds)),
  )

const keysSchema = z.object({ keys: z.array(z.object({ kid: z.string(), alg: z.string() })) })

const readPublished = async (api: string | undefined): Promise<readonly string[]> => {
  const address = api ?? (await placeOfHub()).apiUrl
  try {
    return keysSchema
      .parse(await keysAt(address)())
      .keys.flatMap(({ kid, alg }) => (alg === 'ES256' ? [kid] : []))
  } catch (error) {
    throw new InputError(`no hub publishes its keys at ${address}`, { cause: error })
  }
}

const logKeys = ['alias/hub/checkpoint', 'alias/hub/checkpointnext'] as const

const readPublicHalves = async (
  { directory }: PlaceOptions,
  aliases: readonly string[],
): Promise<Buffer[]> => {
  const client = directory === undefined ? await localKms() : kmsFromEnvironment()
  try {
    return fulfilled(
      await Promise.allSettled(aliases.map((key) => readLogKey(kmsKeys(client), key))),
    )
  } catch (error) {
    throw new InputError('the keys of the log cannot be read', { cause: error })
  }
}

/** Of a hub in one process; undefined where keys are asked of KMS. */
const servedKeys = async ({ directory }: PlaceOptions) =>
  directory === undefined ? servedDoor(await placeOfHub()) : undefined

const readLogKeys = async (place: PlaceOptions): Promise<readonly Buffer[]> => {
  const served = await servedKeys(place)
  if (served === undefined) return readPublicHalves(place, logKeys)
  return (await served.logKeys()).map((key) => Buffer.from(key))
}

const readExportKey = async (place: PlaceOptions): Promise<Buffer> => {
  const served = await servedKeys(place)
  if (served !== undefined) return Buffer.from(await served.exportKey())
  const [key] = await readPublicHalves(place, ['alias/hub/export'])
  if (key === undefined) throw new InputError('the key of exports cannot be read')
  return key
}

const readOrigin = async (): Promise<string> => (await placeOfHub()).logOrigin

const readDemo = async (client: string) => {
  const { apiUrl, clientKeys } = await placeOfHub()
  return { hub: apiUrl, key: join(clientKeys, `${client}.pem`) }
}

/** The tables, files and network of this machine. */
export const livePorts: Ports = {
  open,
  readText,
  readStage,
  fetchText,
  readPublished,
  recovery: liveRecovery,
  readLogKeys,
  readExportKey,
  apiOf,
  signedObjects,
  readDemo,
  readOrigin,
  print: (text) => void process.stdout.write(text),
  verify: liveVerifyPorts,
  exitWith: (code) => {
    process.exitCode = code
  },
  now: () => new Date(),
  newId,
}
