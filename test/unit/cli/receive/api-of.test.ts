import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { apiOf } from '../../../../cli/receive/api-of.ts'

it('takes a 404 for an address that is no API, and not for a client that is unknown', async () => {
  const server = createServer((_request, reply) => {
    reply.writeHead(404, { 'content-type': 'application/problem+json' })
    reply.end('{"type":"urn:safeguarding-hub:problem:not-found","title":"Nothing","status":404}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const api = apiOf({ hub: `http://127.0.0.1:${port}`, client: 'a-client', pem })
  await expect(api.get('/alerts')).rejects.toThrow('its address ends with /v1')
  server.close()
})
