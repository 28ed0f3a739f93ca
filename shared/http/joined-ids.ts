import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import { present } from '../kernel/present.ts'
import type { JoinedIds } from '../logging/joined.ts'
import type { Reply } from './contract.ts'

/** Of a path only what has the form of an id of ours: it may hold anything, and is logged before it is read. */
const idSchema = z.uuid({ version: 'v7' }).optional().catch(undefined)

/** What a route is about, by the first part of its path. */
const fields: Readonly<Record<string, 'concernId' | 'alertId' | 'reviewId'>> = {
  concerns: 'concernId',
  alerts: 'alertId',
  reviews: 'reviewId',
}

/** By what all lines of a request are found: the gateway's id, the caller's, and that of what its path names. */
export const idsOfRequest = (
  { requestContext, resource, pathParameters }: APIGatewayProxyEvent,
  { requestId }: { readonly requestId: string },
): JoinedIds => {
  const field = fields[resource.split('/')[1] ?? '']
  const id = idSchema.parse(pathParameters?.['id'])
  return {
    ...present({ gatewayId: requestContext.requestId }),
    requestId,
    ...(field !== undefined && id !== undefined && { [field]: id }),
  }
}

const replySchema = z
  .object({ concernId: idSchema, alertId: idSchema, reviewId: idSchema })
  .catch({})

/** And by the ids that it is answered with. */
export const idsOfReply = ({ body }: Reply): JoinedIds => present(replySchema.parse(body))
