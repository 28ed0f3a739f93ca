import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { Caller } from '../agencies/access.ts'
import type { Asked } from '../agencies/recorder-of.ts'
import { type RouteName, routes } from '../config/routes.ts'
import { hubWide } from '../kernel/ids.ts'
import { askedBeside } from './asked-beside.ts'

/** What a route is about, by the first part of its path. */
const kinds: Readonly<Record<string, Asked['kind']>> = {
  alerts: 'alert',
  concerns: 'concern',
  reviews: 'review',
  children: 'child',
  adults: 'adult',
  audit: 'entry',
  'emergency-access': 'emergency-access',
  register: 'import',
}

const isPerson = ({ kind }: Asked): boolean => kind === 'child' || kind === 'adult'

/** Ids that a caller may write without its authority. */
const isLocal = (asked: Asked): boolean => isPerson(asked) && !asked.id.includes('.')

/** What a request asks for by its path, as it was written; undefined where the path names nothing. */
const askedByPath = (
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

/** Everything that a request asks for, that of its path first. What it records anew is whose the body says. */
export const askedIn = (
  route: RouteName,
  event: APIGatewayProxyEvent,
  caller: Pick<Caller, 'authority'>,
): readonly Asked[] => {
  const beside = askedBeside(route, event, caller)
  const named = askedByPath(event, caller)
  const isRecordedAnew = routes[route].method === 'PUT' && named !== undefined && isPerson(named)
  const byPath = isRecordedAnew ? undefined : named
  const all = byPath === undefined ? beside : [byPath, ...beside]
  return [...new Map(all.map((one) => [`${one.kind} ${one.id}`, one])).values()]
}
