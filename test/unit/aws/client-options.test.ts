import { createServer } from 'node:http'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clientOptions } from '../../../shared/aws/client-options.ts'
import { putNew } from '../../../shared/aws/dynamodb/actions.ts'
import { transact } from '../../../shared/aws/dynamodb/transact.ts'
import {
  defaultProvider,
  environmentCredentials,
} from '../../../shared/aws/environment-credentials.ts'

afterEach(() => void vi.unstubAllEnvs())

const withCredentials = (token?: string): void => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_SESSION_TOKEN', token)
}

/** A service that hangs up the first request after it has read it, and takes the next. */
const hangingOnce = async () => {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString())
      if (bodies.length > 1) response.end('{}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const stop = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { bodies, endpoint: `http://127.0.0.1:${port}`, stop }
}

describe('the credentials of a function', () => {
  it('are those of its environment', async () => {
    withCredentials('session')
    expect(await environmentCredentials()).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'session',
    })
  })

  it('need no session where none is set, as for the emulator', async () => {
    withCredentials()
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' })
  })

  it('are looked for nowhere else', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    await expect(environmentCredentials()).rejects.toThrow('no AWS credentials')
  })
})

describe('a service that does not answer', () => {
  it('is asked again with the same token, so that what it did meanwhile is done once', async () => {
    withCredentials()
    // What other suites of this process put in the place of the client goes.
    mockClient(DynamoDBClient).restore()
    const { bodies, endpoint, stop } = await hangingOnce()
    const { requestHandler } = clientOptions
    const client = new DynamoDBClient({
      ...clientOptions,
      requestHandler: { ...requestHandler, requestTimeout: 100 },
      region: 'eu-west-2',
      endpoint,
    })
    expect(await transact(client, [putNew('t', { pk: 'a', sk: 'b' })])).toBe('committed')
    stop()
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toBe(bodies[0])
    expect(bodies[0]).toContain('ClientRequestToken')
  })

  it('is given up before the function is, however often it is asked', () => {
    const { maxAttempts, requestHandler } = clientOptions
    const { connectionTimeout, requestTimeout } = requestHandler
    const pauses = 100 + 200
    expect(maxAttempts * Math.max(requestTimeout, connectionTimeout) + pauses).toBeLessThan(15_000)
  })
})
