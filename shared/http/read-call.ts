import { createHash } from 'node:crypto'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import type * as z from 'zod'
import type { Contract, Sent } from './contract.ts'
import { parseRequest } from './parse.ts'
import { bodyOf, headersOf, queryOf } from './read-event.ts'

type Part = 'path' | 'query' | 'header'

/** The parts of a request, each through the schema its contract gives; what a contract does not name is not passed on. */
export const readCall = <C extends Contract>(event: APIGatewayProxyEvent, contract: C): Sent<C> => {
  const read = (schema: z.ZodType | undefined, part: Part, value: unknown): unknown =>
    schema === undefined ? undefined : parseRequest(schema, value, part)
  const params = read(contract.params, 'path', event.pathParameters ?? {})
  const query = read(contract.query, 'query', queryOf(event))
  const headers = read(contract.headers, 'header', headersOf(event))
  // Each part is what its own schema gave, or undefined without one; the compiler cannot follow that through a generic.
  return { params, query, headers, ...readBody(event, contract) } as Sent<C>
}

const readBody = (event: APIGatewayProxyEvent, contract: Contract) => {
  if (contract.body === undefined) return { body: undefined, bodyHash: '' }
  const { bytes, value } = bodyOf(event, contract.mediaType ?? 'application/json')
  const bodyHash = createHash('sha256').update(bytes).digest('hex')
  const body = contract.isBodyReadLater === true ? value : parseRequest(contract.body, value)
  return { body, bodyHash }
}
