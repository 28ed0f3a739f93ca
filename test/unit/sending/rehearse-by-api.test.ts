import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { wire } from '../../../functions/rehearse-concern/wire.ts'
import { rehearsed } from '../../../infra/stages/local.ts'
import { environmentOf } from '../../../local/environment-of.ts'
import { keyIds } from '../../../local/in-memory/keys.ts'
import { nothingDelivered } from '../../../local/in-memory/nothing-delivered.ts'
import { directoryRows } from '../../../local/seed/directory.ts'
import { hubInMemory, tables } from '../../../local/serve/hub-in-memory.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { clientRow } from '../../../shared/aws/dynamodb/clients.ts'
import { readTokenKey } from '../../../shared/aws/kms/token-key.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { callWithin } from '../../../shared/sending/call.ts'
import { rehearsalClients } from '../../builders/rehearsal-clients.ts'

const inbox: { readonly text: string; readonly receipt: string }[] = []
const server = createServer()
const now = (): Date => new Date()

const start = async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const publish = async (queue: string, text: string): Promise<void> => {
    if (queue === `alerts-${rehearsed}`) inbox.push({ text, receipt: String(inbox.length) })
  }
  const hub = hubInMemory(address, { log: () => {}, publish })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    const { statusCode, headers = {}, body } = await hub.answer(request, Buffer.concat(chunks))
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value))
    response.writeHead(statusCode).end(body)
  }
  server.on('request', (request, response) => void answer(request, response))
  const write = (row: Parameters<typeof put>[1]) => hub.store.transact([put(tables.directory, row)])
  for (const row of directoryRows(now())) await write(row)
  const key = await readTokenKey(hub.keys, keyIds.token)
  for (const client of rehearsalClients)
    await write(clientRow({ ...client, active: true, keys: [key] }))
  await hub.tick()
  const logged: unknown[] = []
  const queues = {
    ...nothingDelivered.queues,
    receive: async () => inbox.slice(0, 10),
    remove: async (_queue: string, receipt: string) =>
      void inbox.splice(
        inbox.findIndex((one) => one.receipt === receipt),
        1,
      ),
  }
  const trial = { needed: 100, authorities: 'ALL' } as const
  const rehearse = wire(
    { keys: hub.keys, queues, call: callWithin(5_000), readSecret: nothingDelivered.readSecret },
    { ...environmentOf({ address, tables, keys: keyIds, trial }) },
    { now, newId, log: (...line) => void logged.push(line) },
  )
  return { hub, rehearse, logged }
}

let started: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  started = await start()
})
afterAll(() => void server.close())

const through = {
  measured: { RehearsalsThrough: 1, RehearsalSeconds: expect.any(Number) as number },
}

it('goes the whole way by the API alone, and leaves one family behind and nothing that waits', async () => {
  const { hub, rehearse, logged } = started
  for (const _ of [1, 2, 3]) await rehearse()
  expect(logged).toEqual([1, 2, 3].map(() => ['info', 'CONCERN_REHEARSED', through]))
  expect(inbox).toEqual([])
  const recorded = hub.store
    .rows(tables.register)
    .filter(({ child, adult }) => child !== undefined || adult !== undefined)
  expect(recorded).toHaveLength(2)
  await hub.tick()
  const waiting = hub.store
    .rows(tables.casework)
    .filter(({ waitingFor }) => waitingFor !== undefined)
    .map(({ pk }) => String(pk).split('#')[0])
  // What the sweep looks into a minute after a record changed, and takes away.
  // So does what it was told: a day later it is seen to have been answered.
  expect(new Set(waiting)).toEqual(new Set(['HOUSEHOLD', 'OUTBOX']))
})

it('leaves as much behind at each run as at the one before', async () => {
  const { hub, rehearse } = started
  const bytesOf = (): number =>
    [tables.casework, tables.intake, tables.register]
      .flatMap((table) => hub.store.rows(table))
      .filter(({ pk }) => !/^(?:BK|QUOTA)#/.test(String(pk)))
      .reduce((bytes, row) => bytes + JSON.stringify(row).length, 0)
  const grown: number[] = []
  for (const _ of [1, 2, 3, 4]) {
    const before = bytesOf()
    await rehearse()
    grown.push(bytesOf() - before)
  }
  const [first = 0] = grown
  for (const bytes of grown) expect(Math.abs(bytes - first)).toBeLessThan(100)
})
