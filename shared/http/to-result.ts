import type { APIGatewayProxyResult } from 'aws-lambda'
import { HubError } from '../kernel/hub-error.ts'
import type { Contract, Reply } from './contract.ts'

// Answers may hold personal data: no cache keeps them, no browser guesses their type or frames them.
const alwaysSent = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
}

/** Of what is the same for everybody and says nothing of anybody: whoever fetches it may keep it for a while. */
export const cachedForAWhile = { 'Cache-Control': 'public, max-age=300' } as const

/**
 * A reply as the gateway wants it. What leaves has passed the contract's own schema, so an internal field cannot leak;
 * a reply that the contract does not know is a defect of ours.
 */
export const toResult = (
  reply: Reply,
  contract: Contract | undefined,
  requestId: string,
): APIGatewayProxyResult => {
  const body = contract === undefined ? reply.body : checked(reply, contract)
  return {
    statusCode: reply.status,
    headers: {
      ...alwaysSent,
      'Content-Type': 'application/json',
      ...reply.headers,
      'X-Request-ID': requestId,
    },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}

const checked = (reply: Reply, contract: Contract): unknown => {
  const answer = contract.answers[reply.status]
  if (answer === undefined)
    throw new HubError('internal', `status ${reply.status} is not in the contract`)
  return answer.schema?.parse(reply.body)
}
