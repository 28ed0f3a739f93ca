import type { APIGatewayProxyEvent } from 'aws-lambda'
import * as z from 'zod'
import type { Caller } from '../agencies/access.ts'
import type { Asked } from '../agencies/recorder-of.ts'
import type { RouteName } from '../config/routes.ts'
import { authorityOf, hubWide } from '../kernel/ids.ts'
import { bodyUnjudged, headersOf, queryOf } from './read-event.ts'

type Sent = {
  readonly body: unknown
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
  readonly id: unknown
}

/** The value under these names, one within the other; undefined where there is none. */
const under = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce(
    (within, name) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, name)
        ? Reflect.get(within, name)
        : undefined,
    value,
  )

const each = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const as = (kind: Asked['kind'], ids: unknown): readonly Asked[] =>
  each(ids).flatMap((id) => (typeof id === 'string' && id !== '' ? [{ kind, id }] : []))

const objectKinds = z.enum(['alert', 'chronology']).catch('alert')

const ofObject = (object: unknown): readonly Asked[] =>
  as(
    objectKinds.parse(under(object, 'kind')) === 'chronology' ? 'child' : 'alert',
    under(object, 'id'),
  )

/** Own ids of a register, as ids of the authority that the body says, or whose the caller is. */
const ofRegister = (
  kind: 'child' | 'adult',
  ids: unknown,
  { body, authority }: { readonly body: unknown; readonly authority: string | undefined },
): readonly Asked[] => {
  const stated = under(body, 'authority')
  const whose = typeof stated === 'string' ? stated : (authority ?? '')
  return as(kind, ids).map(({ id }) => ({
    kind,
    id: id.includes('.') ? id : hubWide(whose, id),
  }))
}

/** Adults of the register of the child in the path. */
const besideChild = (id: unknown, authority: string | undefined) => ({
  body: undefined,
  authority: typeof id === 'string' && id.includes('.') ? authorityOf(id) : authority,
})

const byAccess = ({ headers }: Sent): readonly Asked[] =>
  as('emergency-access', headers['hub-emergency-access'])

const askedOfLog = (question: unknown): readonly Asked[] => [
  ...as('record', under(question, 'subject')),
  ...as('record', under(question, 'askedFor')),
]

type Naming = (sent: Sent, authority: string | undefined) => readonly Asked[]

/**
 * What a request names elsewhere than in its path. Of a concern only `corrects` is left out: whether the sender may correct it is judged by the
 * assessment, whose entry names it. Nothing is refused for it, and what takes concerns in may read none.
 */
const naming: Partial<Record<RouteName, Naming>> = {
  readAlert: byAccess,
  readChronology: byAccess,
  recordOutcome: ({ body }) => as('alert', under(body, 'priorItemsRead')),
  decideReview: ({ body }) => as('record', under(body, 'ids')),
  putChild: ({ body, id }, authority) => [
    ...ofRegister('child', id, { body, authority }),
    ...each(under(body, 'adults')).flatMap((adult) =>
      ofRegister('adult', under(adult, 'id'), { body, authority }),
    ),
  ],
  loadRegister: ({ body }, authority) => [
    ...each(under(body, 'records')).flatMap((record) =>
      ofRegister('child', under(record, 'id'), { body, authority }),
    ),
    ...ofRegister('child', under(body, 'purged'), { body, authority }),
  ],
  putAdult: ({ body, id }, authority) => ofRegister('adult', id, { body, authority }),
  correctChild: ({ body, id }, authority) =>
    ofRegister('adult', under(body, 'remove', 'adults'), besideChild(id, authority)),
  recordWrittenAgreement: ({ body, id }, authority) =>
    ofRegister('adult', under(body, 'with'), besideChild(id, authority)),
  askEmergencyAccess: ({ body }) => ofObject(under(body, 'object')),
  openSubjectAccess: ({ body }) => [
    ...as('record', under(body, 'personId')),
    ...as('concern', under(body, 'concernIds')),
  ],
  listAuditEntries: ({ query }) => askedOfLog(query),
  exportAuditEntries: ({ body }) => askedOfLog(under(body, 'question')),
}

/** Routes whose request names an object elsewhere than in its path. */
export const namesBeside = (route: RouteName): boolean => naming[route] !== undefined

/**
 * What a request names in its body, its query or a header, as it was written, whether or not the rest fits its contract: a refusal comes before
 * anything of it is judged.
 */
export const askedBeside = (
  route: RouteName,
  event: APIGatewayProxyEvent,
  { authority }: Pick<Caller, 'authority'>,
): readonly Asked[] => {
  const names = naming[route]
  if (names === undefined) return []
  const sent = {
    body: bodyUnjudged(event),
    query: queryOf(event),
    headers: headersOf(event),
    id: event.pathParameters?.['id'],
  }
  return names(sent, authority)
}
