import type { APIGatewayProxyResult } from 'aws-lambda'
import { HubError } from '../kernel/hub-error.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Answer, Contract, Reply } from './contract.ts'

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
  requireToldHeaders(reply, answer)
  return answer.schema?.parse(reply.body)
}

/** Of every counted route, and of every answer with a body. */
const toldElsewhere = new Set(['RateLimit-Policy', 'RateLimit', 'Content-Type'])

/** On each answer whose contract names them. */
const alwaysThere = new Set(
  keysOf(answerHeaders).filter((name) => !answerHeaders[name].safeParse(undefined).success),
)

const requireToldHeaders = ({ headers = {}, status }: Reply, { headers: told = [] }: Answer) => {
  const untold = Object.keys(headers).filter(
    (name) => !toldElsewhere.has(name) && !told.some((one) => one === name),
  )
  const missing = told.filter((name) => alwaysThere.has(name) && !(name in headers))
  if (untold.length > 0 || missing.length > 0)
    throw new HubError(
      'internal',
      `${[...untold, ...missing]} of ${status}: not as the contract says`,
    )
}
