import { expect, it } from 'vitest'
import { sweepers } from '../../shared/config/sweepers.ts'
import { place } from './place.ts'

/** Runs a function as its schedule does, and gives the end of what it logged. */
const run = async (name: string): Promise<string> => {
  const reply = await fetch(`${place.endpoint}/2015-03-31/functions/hub-${name}/invocations`, {
    method: 'POST',
    headers: {
      'X-Amz-Log-Type': 'Tail',
      Authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261126/eu-west-2/lambda/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: '{}',
  })
  expect([reply.status, reply.headers.get('X-Amz-Function-Error')]).toEqual([200, null])
  return Buffer.from(reply.headers.get('X-Amz-Log-Result') ?? '', 'base64').toString()
}

it.each(sweepers)(
  '%s sweeps as it is deployed, with its own grants, and fails at nothing',
  async (name) => {
    const logged = await run(name)
    expect(logged).toContain('SWEEP_COMPLETED')
    expect(logged).not.toContain('RECORD_FAILED')
  },
)

it('measure-hub measures as it is deployed, with its own grants, and writes metrics', async () => {
  const logged = await run('measure-hub')
  expect(logged).toContain('"Namespace":"safeguarding-hub"')
  expect(logged).toMatch(/"ConcernsWaiting":\d+/)
})
