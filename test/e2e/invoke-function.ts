import { expect } from 'vitest'
import { place } from './place.ts'

/** Runs a function by hand, as its schedule does, and gives the end of what it logged. */
export const invokeFunction = async (name: string): Promise<string> => {
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
