import { expect } from 'vitest'
import { place } from './place.ts'

const invokeOnce = async (name: string): Promise<string> => {
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

/**
 * Runs a function by hand, as its schedule does, and gives the end of what it logged. The emulator gives the lines that have
 * come within milliseconds, and a slow one with the next call: until `last` is among them it is called again, thrice at most.
 */
export const invokeFunction = async (name: string, last = ''): Promise<string> => {
  let logged = await invokeOnce(name)
  for (let again = 0; again < 3 && !logged.includes(last); again += 1)
    logged += `\n${await invokeOnce(name)}`
  return logged
}
