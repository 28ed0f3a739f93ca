import { afterAll, expect, it } from 'vitest'
import * as z from 'zod'
import { place } from './place.ts'

const name = 'hub-describe-api'
const handler = 'index.handler'

/** A call of Lambda's own API, as whoever deploys. */
const lambda = async (method: string, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(`${place.endpoint}/2015-03-31/functions/${name}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261126/eu-west-2/lambda/aws4_request, SignedHeaders=host, Signature=0',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(response.ok, await response.clone().text()).toBe(true)
  return response.json()
}
const configure = (Handler: string): Promise<unknown> =>
  lambda('PUT', '/configuration', { Handler })
const liveVersion = async (): Promise<string> =>
  z.object({ FunctionVersion: z.string() }).parse(await lambda('GET', '/aliases/live'))
    .FunctionVersion
const pointTo = (FunctionVersion: string): Promise<unknown> =>
  lambda('PUT', '/aliases/live', { FunctionVersion })
const health = async (): Promise<number> => (await fetch(`${place.apiUrl}/health`)).status

let before = ''
afterAll(async () => {
  await configure(handler)
  if (before !== '') await pointTo(before)
})

it('a version that fails is not called until the alias names it, and no more once it names the one before', async () => {
  before = await liveVersion()
  expect(before).toMatch(/^\d+$/)
  await configure('index.nothing')
  expect(await health()).toBe(200)
  const { Version } = z.object({ Version: z.string() }).parse(await lambda('POST', '/versions', {}))
  await pointTo(Version)
  expect(await health()).toBeGreaterThanOrEqual(500)
  await pointTo(before)
  expect(await health()).toBe(200)
})
