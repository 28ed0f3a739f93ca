import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientCertificateIn } from '../../../shared/aws/secrets/client-certificate.ts'
import { callWithin } from '../../../shared/sending/call.ts'
import { selfSigned } from '../../builders/self-signed.ts'

const own = selfSigned('localhost')
const mine = selfSigned('client.example')
const trusted = getCACertificates('default')

/** An API that asks for a client certificate, and says whose it was shown. */
const server = createServer(
  { key: own.key, cert: own.cert, ca: mine.cert, requestCert: true, rejectUnauthorized: false },
  (request: IncomingMessage, response) => {
    if (request.url === '/silent') return
    const { authorized } = request.socket as TLSSocket
    response.writeHead(authorized ? 200 : 403, { ETag: '"1"' }).end('an answer')
  },
)
const call = callWithin(500)
const asked = (path = '/') => ({
  method: 'GET',
  url: `https://localhost:${(server.address() as AddressInfo).port}${path}`,
  headers: {},
})
const shows = { certificate: mine.cert, key: mine.key }

beforeAll(async () => {
  setDefaultCACertificates([...trusted, own.cert])
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  setDefaultCACertificates([...trusted])
  server.closeAllConnections()
  server.close()
})

describe('a call of an API', () => {
  it('shows the client certificate where it has one', async () => {
    expect((await call(asked())).status).toBe(403)
    const { status, headers, text } = await call({ ...asked(), shows })
    expect([status, headers['etag'], text]).toEqual([200, '"1"', 'an answer'])
  })

  it('ends where nothing answers in time', async () => {
    await expect(call(asked('/silent'))).rejects.toThrow()
  })

  it('goes to nobody whose certificate nobody trusts', async () => {
    setDefaultCACertificates([...trusted])
    await expect(call(asked())).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    setDefaultCACertificates([...trusted, own.cert])
  })
})

describe('the client certificate of the hub', () => {
  const now = (): Date => new Date('2026-11-26T10:00:00Z')
  const secretOf = (value: unknown) => async (): Promise<string> => JSON.stringify(value)

  it('is read from the secret that is named, and from none where none is', async () => {
    expect(await clientCertificateIn(secretOf(shows), 'arn', now)()).toEqual(shows)
    expect(await clientCertificateIn(secretOf(shows), '', now)()).toBeUndefined()
  })

  it('is refused where the secret holds something else', async () => {
    await expect(clientCertificateIn(secretOf({ key: 'k' }), 'arn', now)()).rejects.toThrow()
  })
})
