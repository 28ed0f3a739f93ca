import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { Caller } from '../agencies/access.ts'
import type { Asked } from '../agencies/recorder-of.ts'
import { hubWide } from '../kernel/ids.ts'

/** What a route is about, by the first part of its path. */
const kinds: Readonly<Record<string, Asked['kind']>> = {
  alerts: 'alert',
  concerns: 'concern',
  reviews: 'review',
  children: 'child',
  adults: 'adult',
  audit: 'entry',
  'emergency-access': 'emergency-access',
}

/** Ids that a caller may write without its authority. */
const isLocal = ({ kind, id }: Asked): boolean =>
  (kind === 'child' || kind === 'adult') && !id.includes('.')

/** What a request asks for by its path, as it was written; undefined where the path names nothing. */
export const askedIn = (
  { resource, pathParameters }: Pick<APIGatewayProxyEvent, 'resource' | 'pathParameters'>,
  { authority }: Pick<Caller, 'authority'>,
): Asked | undefined => {
  const kind = kinds[resource.split('/')[1] ?? '']
  const id = pathParameters?.['id']
  if (kind === undefined || !resource.includes('{id}') || id === undefined || id === '')
    return undefined
  const asked = { kind, id }
  return isLocal(asked) && authority !== undefined ? { kind, id: hubWide(authority, id) } : asked
}
