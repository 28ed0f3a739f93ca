import type { IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import type { APIGatewayProxyResult, Context } from 'aws-lambda'
import { readBuilt } from '../../functions/serve-console/built.ts'
import type { ConsoleHandler } from '../../functions/serve-console/handler.ts'
import { wire } from '../../functions/serve-console/wire.ts'
import { buildConsole } from '../../infra/build-console.ts'
import { stage } from '../../infra/stages/local.ts'
import { consoleTable } from '../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../shared/aws/new-id.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { type Call, callWithin } from '../../shared/sending/call.ts'
import { keyIds } from '../in-memory/keys.ts'
import { createInMemoryStore } from '../in-memory/store.ts'
import type { HubPlace } from '../place.ts'
import { consoleEventOf } from './api-event.ts'
import type { HubInMemory } from './hub-in-memory.ts'

type Wanted = {
  readonly hub: Pick<HubInMemory, 'keys'>
  readonly place: HubPlace
  /** Where its pages are built. */
  readonly folder: string
  readonly log: Log
  readonly now?: Clock | undefined
  /** Where not as the local stage has it: what everybody is told, and how the API is called. */
  readonly state?: 'closed' | 'behind' | undefined
  readonly call?: Call | undefined
}
export type ConsoleInMemory = (
  request: IncomingMessage,
  body: Buffer,
) => Promise<APIGatewayProxyResult>

const table = 'console'
const patience = 12_000

const handlerOf = async (wanted: Wanted): Promise<ConsoleHandler> => {
  const { hub, place, folder, log, now } = wanted
  const into = resolve(join(folder, 'console'))
  buildConsole(into, stage)
  const clients = {
    store: createInMemoryStore({ [table]: consoleTable }),
    keys: hub.keys,
    call: wanted.call ?? callWithin(patience),
    readSecret: () => Promise.reject(new Error('the local stage has no secret')),
  }
  const environment = {
    CONSOLE_URL: place.consoleUrl,
    API_URL: place.apiUrl,
    ISSUER: place.address,
    CONSOLE_TABLE: table,
    SIGNING_KEY: keyIds.consoleSigning,
    COOKIE_KEY: keyIds.consoleCookies,
    SIGN_IN_ISSUER: place.signIn,
    SIGN_IN_CLIENT: 'safeguarding-hub-console',
    SIGN_IN_CREDENTIAL: '',
    CLIENT_CERTIFICATE: '',
  }
  const built = await readBuilt(into)
  const settings = { ...built.settings, ...(wanted.state && { state: wanted.state }) }
  const world = { now: now ?? (() => new Date()), newId, log, built: { ...built, settings } }
  return wire(clients, environment, world)
}

/** The console in this process, calling the API as it would anywhere. Built when somebody first comes: most who start the hub call its API. */
export const consoleInMemory = (wanted: Wanted): ConsoleInMemory => {
  let handler: Promise<ConsoleHandler> | undefined
  return async (request, body) => {
    handler ??= handlerOf(wanted)
    return (await handler)(consoleEventOf(request, body), {} as Context)
  }
}
