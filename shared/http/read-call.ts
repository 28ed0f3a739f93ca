import { createHash } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import type { Contract, Sent } from './contract.ts'
import { parseForm, parseRequest } from './parse.ts'
import { bodyOf, headersOf, queryOf } from './read-event.ts'

type Part = 'path' | 'query' | 'header'

/** What is left of the query of a route that takes none: a parameter that nobody reads may have been meant to change much. */
const noQuery = z.strictObject({})

/**
 * The parts of a request, each through the schema its contract gives; what a contract does not name is not passed on.
 * @throws HubError request-invalid, also for a query parameter that the route does not know
 */
export const readCall = <C extends Contract>(event: APIGatewayProxyEvent, contract: C): Sent<C> => {
  const read = (schema: z.ZodType | undefined, part: Part, value: unknown): unknown =>
    schema === undefined ? undefined : parseRequest(schema, value, part)
  const params = read(contract.params, 'path', event.pathParameters ?? {})
  const asked = queryOf(event)
  if (contract.query === undefined) parseRequest(noQuery, asked, 'query')
  const query = read(contract.query, 'query', asked)
  const headers = read(contract.headers, 'header', headersOf(event))
  // Each part is what its own schema gave, or undefined without one; the compiler cannot follow that through a generic.
  return { params, query, headers, ...readBody(event, contract) } as Sent<C>
}

const readBody = (event: APIGatewayProxyEvent, contract: Contract) => {
  if (contract.body === undefined) return { body: undefined, bodyHash: '' }
  const { bytes, value } = bodyOf(event, contract.mediaType ?? 'application/json')
  const bodyHash = createHash('sha256').update(bytes).digest('hex')
  if (contract.isBodyReadLater === true) return { body: value, bodyHash }
  const parse = contract.isForm === true ? parseForm : parseRequest
  const body = parse(contract.body, value)
  return { body, bodyHash }
}
