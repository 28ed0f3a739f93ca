import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchPinned } from '../../../../cli/hub/keys/fetch-pinned.ts'
import { selfSigned } from '../../../builders/self-signed.ts'
import { startTlsServer } from '../../../builders/tls-server.ts'

const host = 'keys.service.example'
const { key, cert } = selfSigned(host)
const limits = { bytes: 1_000, milliseconds: 500 }
const asked: (string | undefined)[] = []

let server: Awaited<ReturnType<typeof startTlsServer>>
let port: number
beforeAll(async () => {
  server = await startTlsServer({ key, cert }, (request, response) => {
    asked.push(request.headers.host)
    switch (request.url ?? '') {
      case '/keys':
        return response.end('{"keys":[]}')
      case '/elsewhere':
        return response.writeHead(302, { Location: '/keys' }).end()
      case '/long':
        return response.end('a'.repeat(1_001))
      case '/endless':
        return response.write('a')
      case '/silent':
        return undefined
      default:
        return response.writeHead(404).end()
    }
  })
  port = server.port
})
afterAll(() => server.stop())

const here = { address: '127.0.0.1', family: 4 }
const get = (path: string, name = host) =>
  fetchPinned(new URL(`https://${name}:${port}${path}`), here, { limits, ca: cert })

describe('what is fetched from a pinned address', () => {
  it('is what that address answers in the name of the host, which nobody looks up', async () => {
    expect(await get('/keys')).toBe('{"keys":[]}')
    expect(asked).toEqual([`${host}:${port}`])
  })

  it.each([
    ['a redirect', '/elsewhere', 'answers 302: no redirect is followed'],
    ['a refusal', '/none', 'answers 404'],
    ['too much', '/long', 'more than 1000 bytes'],
    ['nothing', '/silent', 'took longer than 500 ms'],
    ['without an end', '/endless', 'took longer than 500 ms'],
  ])('is refused where the host answers %s', async (_, path, says) => {
    await expect(get(path)).rejects.toThrow(says)
  })

  it('is refused where the certificate is of another host', async () => {
    await expect(get('/keys', 'other.example')).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID')
  })

  it('is refused where nobody vouches for the certificate', async () => {
    const url = new URL(`https://${host}:${port}/keys`)
    await expect(fetchPinned(url, here, { limits })).rejects.toThrow('DEPTH_ZERO_SELF_SIGNED_CERT')
  })
})
