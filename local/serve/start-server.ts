import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import type { APIGatewayProxyResult } from 'aws-lambda'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { readTokenKey } from '../../shared/aws/kms/token-key.ts'
import type { Publish } from '../../shared/aws/sns/publish.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { logOriginAt } from '../environment-of.ts'
import { createInMemoryKeys, keyIds } from '../in-memory/keys.ts'
import { loadRegister } from '../load-register.ts'
import { type HubPlace, placeSchema } from '../place.ts'
import { registerClients } from '../register-clients.ts'
import { PlainError } from '../say.ts'
import { startIssuer } from '../sign-in/issuer.ts'
import type { LocalPerson } from '../sign-in/people.ts'
import { consoleStage } from './api-event.ts'
import { type ConsoleInMemory, consoleInMemory } from './console-in-memory.ts'
import { type HubInMemory, hubInMemory, importsPath, tables } from './hub-in-memory.ts'
import { answerOperator, operatorHeader, operatorPath } from './operator-door.ts'

type Wanted = {
  /** 0 takes a free one. */
  readonly port: number
  readonly children: number
  /** Where the place file and the clients' private keys go. */
  readonly folder: string
  readonly log: Log
  readonly publish: Publish
  /** Who can sign in to the console, where not those of the demo; and what time it is there. */
  readonly people?: readonly LocalPerson[]
  readonly now?: Clock
  /** How its console is, and where it writes what happened, where not as usual. */
  readonly console?: Partial<Pick<Parameters<typeof consoleInMemory>[0], 'state' | 'call' | 'log'>>
}
export type Served = {
  readonly place: HubPlace
  /** Its tables, for what would take a day to come about. */
  readonly store: Store
  /** What the clock does each minute: among it the log is sealed. */
  readonly tick: () => Promise<void>
  readonly stop: () => Promise<void>
}

const host = '127.0.0.1'
const consoleUrlAt = (port: number): string => `http://${host}:${port}${consoleStage}`
const minute = 60_000

/** @throws PlainError when something else listens there */
const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new PlainError(`Port ${port} is taken; choose another with --port.`)
          : error,
      ),
    )
    server.listen(port, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

const send = (response: ServerResponse, result: APIGatewayProxyResult): void => {
  for (const [name, value] of Object.entries(result.headers ?? {}))
    response.setHeader(name, String(value))
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    response.setHeader(name, values.map(String))
  const body = Buffer.from(result.body, result.isBase64Encoded === true ? 'base64' : 'utf8')
  // As the gateway does, so that what a page weighs can be measured.
  response.setHeader('Content-Length', body.byteLength)
  response.writeHead(result.statusCode).end(body)
}

/** Stands in for the bucket. Its names are made of ids that nobody guesses, and this hub holds nobody who exists. */
const answerUpload = (
  uploads: HubInMemory['uploads'],
  {
    request,
    response,
    body,
  }: {
    readonly request: IncomingMessage
    readonly response: ServerResponse
    readonly body: Buffer
  },
): void => {
  const name = request.url?.slice(importsPath.length) ?? ''
  if (request.method === 'PUT') uploads.set(name, body)
  const found = uploads.get(name)
  if (found === undefined) response.writeHead(404).end()
  else response.end(request.method === 'PUT' ? '' : found)
}

type Answering = {
  readonly hub: HubInMemory
  readonly word: string | undefined
  readonly serveConsole: ConsoleInMemory
}

const reply = async (
  { hub, word, serveConsole }: Answering,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> => {
  const body = await bodyOf(request)
  if (request.url?.startsWith(consoleStage) === true)
    return send(response, await serveConsole(request, body))
  if (request.url?.startsWith(importsPath) === true)
    return answerUpload(hub.uploads, { request, response, body })
  if (request.url === operatorPath) {
    const isTheirs = request.headers[operatorHeader] === word
    if (isTheirs) response.end(await answerOperator(hub, body))
    else response.writeHead(403).end()
    return
  }
  send(response, await hub.answer(request, body))
}

const placeOf = (port: number, folder: string, signIn: string): HubPlace =>
  placeSchema.parse({
    endpoint: `http://${host}:${port}`,
    apiUrl: `http://${host}:${port}/v1`,
    address: `http://${host}:${port}/v1`,
    inboxes: {},
    tables,
    indexKey: keyIds.index,
    checkpointKey: keyIds.log,
    logOrigin: logOriginAt(`http://${host}:${port}/v1`, tables.auditLog),
    sealedLog: 'sealed-log',
    consoleUrl: consoleUrlAt(port),
    signIn,
    clientKeys: resolve(folder, `clients-${port}`),
    operatorWord: randomUUID(),
  })

/** The hub in this process on a port: everything in memory, gone when it stops. */
export const startServer = async (wanted: Wanted): Promise<Served> => {
  const { children, folder, log, publish } = wanted
  const server = createServer()
  const port = await listen(server, wanted.port)
  const keys = createInMemoryKeys()
  const consoleKey = await readTokenKey(keys, keyIds.consoleSigning)
  const issuer = await startIssuer({
    consoleUrl: consoleUrlAt(port),
    consoleKeys: async () => ({ keys: [{ ...consoleKey, use: 'sig' }] }),
    people: wanted.people,
  })
  const place = placeOf(port, folder, issuer.url)
  const hub = hubInMemory(place.address, { log, publish, keys })
  const serveConsole = consoleInMemory({
    ...{ hub, place, folder, log, now: wanted.now },
    ...wanted.console,
  })
  await mkdir(place.clientKeys, { recursive: true })
  await registerClients(hub.store, place, consoleKey)
  if (children > 0) await loadRegister(hub, place, { children })
  await hub.tick()
  // Whoever else uses this machine does not read the word.
  const file = join(folder, `hub-${port}.json`)
  await rm(file, { force: true })
  await writeFile(file, JSON.stringify(place, null, 2), { mode: 0o600 })
  server.on('request', (request, response) => {
    reply({ hub, word: place.operatorWord, serveConsole }, { request, response }).catch(() =>
      response.destroy(),
    )
  })
  const clock = setInterval(() => void hub.tick().catch(() => undefined), minute)
  return {
    place,
    store: hub.store,
    tick: hub.tick,
    stop: async () => {
      clearInterval(clock)
      server.closeAllConnections()
      await issuer.stop()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
