import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressWithin } from '../../../shared/sending/pinned-address.ts'
import { type Posted, postWithin } from '../../../shared/sending/post.ts'
import { selfSigned } from '../../builders/self-signed.ts'
import { startTlsServer } from '../../builders/tls-server.ts'

const { key, cert } = selfSigned('localhost')
const taken: { readonly url: string | undefined; readonly body: string }[] = []
const message: Posted = { headers: { 'webhook-id': 'an-id' }, body: '{"a":"é"}' }

let server: Awaited<ReturnType<typeof startTlsServer>>
let port: number
beforeAll(async () => {
  server = await startTlsServer({ key, cert }, (request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      taken.push({ url: request.url, body })
      switch (request.url ?? '') {
        case '/elsewhere':
          return response.writeHead(307, { Location: '/taken' }).end()
        case '/endless':
          return response.writeHead(200).write('a')
        case '/silent':
          return undefined
        default:
          return response.writeHead(204).end()
      }
    })
  })
  port = server.port
})
afterAll(() => server.stop())

const post = postWithin({ reach: 'loopback-too', milliseconds: 500 })
const to = (path: string, certificate: string | undefined = cert) =>
  post({ url: `https://localhost:${port}${path}`, certificate }, message)

describe('a message that is posted', () => {
  it('arrives whole, once, and is answered with a status', async () => {
    expect(await to('/taken')).toEqual({ kind: 'answered', status: 204 })
    expect(taken).toEqual([{ url: '/taken', body: message.body }])
  })

  it('follows no redirect', async () => {
    expect(await to('/elsewhere')).toEqual({ kind: 'answered', status: 307 })
    expect(taken.filter(({ url }) => url === '/taken')).toHaveLength(1)
  })

  it('waits for no end of what the receiver says, and for no answer longer than its time', async () => {
    expect(await to('/endless')).toEqual({ kind: 'answered', status: 200 })
    expect(await to('/silent')).toEqual({ kind: 'unanswered', why: 'timeout' })
  })

  it('goes to nobody who is not whom the certificate names', async () => {
    const before = taken.length
    const why = 'DEPTH_ZERO_SELF_SIGNED_CERT'
    expect(await to('/taken', selfSigned('localhost').cert)).toEqual({ kind: 'unanswered', why })
    const untrusting = { url: `https://localhost:${port}/taken` }
    expect(await post(untrusting, message)).toEqual({ kind: 'unanswered', why })
    expect(taken).toHaveLength(before)
  })

  it('goes to this machine only where that was said', async () => {
    const before = taken.length
    const abroad = postWithin({ reach: 'internet', milliseconds: 500 })
    const receiver = { url: `https://localhost:${port}/taken`, certificate: cert }
    expect(await abroad(receiver, message)).toEqual({ kind: 'unanswered', why: 'out-of-reach' })
    expect(taken).toHaveLength(before)
  })
})

describe('the address of a receiver', () => {
  const of = (...addresses: readonly string[]) =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

  it.each([
    ['none', []],
    ['out-of-reach', of('169.254.169.254')],
    ['out-of-reach', of('93.184.215.14', '10.0.0.1')],
    ['out-of-reach', of('127.0.0.1')],
    ['out-of-reach', of('::ffff:127.0.0.1')],
  ] as const)('is %s, where a function could be led astray', (expected, addresses) => {
    expect(addressWithin(addresses, 'internet')).toBe(expected)
  })

  it('is of IPv4 where there are both, for a function has no other way out', () => {
    expect(addressWithin(of('2606:2800:21f:cb07::1', '93.184.215.14'), 'internet')).toEqual({
      address: '93.184.215.14',
      family: 4,
    })
  })

  it('may be this machine’s own and nothing else of the kind where that was said', () => {
    expect(addressWithin(of('::1', '127.0.0.1'), 'loopback-too')).toMatchObject({ family: 4 })
    expect(addressWithin(of('10.0.0.1'), 'loopback-too')).toBe('out-of-reach')
  })
})
