import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyResult, Context } from 'aws-lambda'
import { stage } from '../../infra/stages/local.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import type { Publish } from '../../shared/aws/sns/publish.ts'
import type { FunctionName } from '../../shared/config/functions.ts'
import { streamReaders } from '../../shared/config/stream-readers.ts'
import { everyFiveMinutes, everyHour, everyMinute } from '../../shared/config/sweepers.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { environmentOf } from '../environment-of.ts'
import { createInMemoryImports } from '../in-memory/imports.ts'
import { createInMemoryKeys, keyIds } from '../in-memory/keys.ts'
import { nothingDelivered } from '../in-memory/nothing-delivered.ts'
import { createInMemoryObjects } from '../in-memory/objects.ts'
import { scanInMemory } from '../in-memory/scan.ts'
import { createInMemoryStore } from '../in-memory/store.ts'
import { wiredHub } from '../wired-hub.ts'
import { apiEventOf } from './api-event.ts'
import { createStreams } from './streams.ts'

/** Where files of imports are put to, and fetched from. */
export const importsPath = '/imports/'

export const tables = forEachTable((name) => name)

const context = { getRemainingTimeInMillis: () => 60_000 } as Context

/** Functions that a stream or the clock wakes. */
type WokenName =
  | keyof typeof streamReaders
  | (typeof everyMinute)[number]
  | (typeof otherwise)[number]
/** Woken by a queue or a state machine, and by the clock alone where the hub stands behind an address. */
const otherwise = [
  'deliver-alerts',
  'read-uploads',
  'load-parts',
  ...everyFiveMinutes,
  ...everyHour,
] as const
type ApiName = Exclude<FunctionName, WokenName>
const isApi = (name: FunctionName): name is ApiName =>
  !(name in streamReaders || [...otherwise, ...everyMinute].some((woken) => woken === name))

const oneAfterAnother = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}

/** The whole hub over memory, wired as it is deployed. One thing happens after another: a request sees all that those before it led to. */
export const hubInMemory = (
  address: string,
  {
    log,
    publish,
    keys = createInMemoryKeys(),
  }: {
    readonly log: Log
    readonly publish: Publish
    readonly keys?: Clients['keys']
  },
) => {
  const streams = createStreams()
  const store = createInMemoryStore(definitions, streams.onWrite)
  const world = { now: () => new Date(), newId, log }
  const environment = environmentOf({ address, tables, keys: keyIds, trial: stage.trial })
  const { uploads, carryOut, ...files } = createInMemoryImports(new URL(importsPath, address).href)
  const clients = {
    ...nothingDelivered,
    ...files,
    store,
    scan: scanInMemory(store.rows),
    keys,
    publish,
    objects: createInMemoryObjects(),
  }
  const functions = wiredHub(() => clients, environment, world)
  const inTurn = oneAfterAnother()
  const drain = (): Promise<void> => inTurn(() => streams.drain(functions))
  return {
    store,
    keys,
    inTurn,
    answer: async (request: IncomingMessage, body: Buffer): Promise<APIGatewayProxyResult> => {
      const { function: name, event } = apiEventOf(request, body)
      if (!isApi(name)) throw new Error(`${name} answers no request`)
      const result = await inTurn(() => functions[name](event as never, context))
      inTurn(() => carryOut(functions))
        .then(drain)
        .catch(() => undefined)
      return result
    },
    /** What was uploaded, by name. */
    uploads,
    /** What the clock does every minute. */
    tick: async (): Promise<void> => {
      for (const name of everyMinute)
        await inTurn(async () => {
          await functions[name]()
        })
      await drain()
    },
    drain,
  }
}
export type HubInMemory = ReturnType<typeof hubInMemory>
