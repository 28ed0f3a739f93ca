import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { type Action, access, rolesFor, scopes, scopesFor } from '../agencies/access.ts'
import { type RouteName, routes } from '../config/routes.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { agreementEventSchema } from '../outbox/agreement-event.ts'
import { alertEventSchema, concernEventSchema, reviewEventSchema } from '../outbox/alert-event.ts'
import { digestEventSchema } from '../outbox/digest-event.ts'
import { elsewhereEventSchema } from '../outbox/elsewhere-event.ts'
import { emergencyEventSchema } from '../outbox/emergency-event.ts'
import { overdueEventSchema } from '../outbox/overdue-event.ts'
import { quarantineEventSchema } from '../outbox/quarantine-event.ts'
import { quotaEventSchema } from '../outbox/quota-event.ts'
import { testEventSchema } from '../outbox/test-event.ts'
import { unagreedEventSchema } from '../outbox/unagreed-event.ts'
import { watchEventSchema } from '../outbox/watch-event.ts'
import type { Contract } from './contract.ts'
import { contracts } from './contracts/contracts.ts'
import { countedRoutes } from './counted-routes.ts'
import { asksWho, practitionerHeader } from './practitioner.ts'

const routeNames = keysOf(routes)

/** What the answers of a counted route tell of the client's day. */
const limitHeaders = z.object({
  'RateLimit-Policy': z
    .string()
    .meta({ description: 'How many a client may do in a day, as `"reads";q=10000;w=86400`' }),
  RateLimit: z.string().optional().meta({
    description:
      'How many it may still do, and for how many seconds that holds, as `"reads";r=9998;t=3600`; not there where nothing is left and yet what is graver, or waits for somebody, goes on',
  }),
})

const responsesOf = (
  name: RouteName,
  { answers }: Contract,
): ZodOpenApiOperationObject['responses'] =>
  Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema }]) => {
      const mediaType =
        Number(status) >= 400 && !isTokenError(schema)
          ? 'application/problem+json'
          : 'application/json'
      return [
        status,
        {
          description,
          ...(schema !== undefined && { content: { [mediaType]: { schema } } }),
          ...(Number(status) < 300 &&
            countedRoutes[name] !== undefined && { headers: limitHeaders }),
        },
      ]
    }),
  )

const isTokenError = (schema: z.ZodType | undefined): boolean => schema?.meta()?.id === 'TokenError'

const securityOf = (action: Action | undefined): ZodOpenApiOperationObject['security'] =>
  action === undefined ? [] : [{ oauth: [...scopesFor(action)] }]

const asObject = (schema: z.ZodType | undefined): { readonly schema?: z.ZodObject } =>
  schema instanceof z.ZodObject ? { schema } : {}

/** The headers of a contract, with the one that names a social worker. */
const headerOf = (contract: Contract): z.ZodObject | undefined => {
  const { schema } = asObject(contract.headers)
  return asksWho(contract) ? practitionerHeader(contract).extend(schema?.shape ?? {}) : schema
}

const operationOf = (name: RouteName, contract: Contract): ZodOpenApiOperationObject => {
  const { schema: path } = asObject(contract.params)
  const { schema: query } = asObject(contract.query)
  const header = headerOf(contract)
  return {
    operationId: name,
    summary: contract.summary,
    security: securityOf(contract.action) ?? [],
    requestParams: { ...(path && { path }), ...(query && { query }), ...(header && { header }) },
    ...(contract.body !== undefined && {
      requestBody: {
        required: true,
        content: { [contract.mediaType ?? 'application/json']: { schema: contract.body } },
      },
    }),
    responses: responsesOf(name, contract),
  }
}

const paths = (): ZodOpenApiPathsObject => {
  const byPath = Map.groupBy(routeNames, (name) => routes[name].path)
  return Object.fromEntries(
    [...byPath].map(([path, names]) => [
      path,
      Object.fromEntries(
        names.map((name) => [
          routes[name].method.toLowerCase(),
          operationOf(name, contracts[name]),
        ]),
      ),
    ]),
  )
}

const scopesDescribed = (): Record<string, string> =>
  Object.fromEntries(
    scopes.map((scope) => {
      const actions = keysOf(access).filter((action) => scopesFor(action).includes(scope))
      const roles = new Set(actions.flatMap(rolesFor))
      return [scope, `${[...roles].join(', ')}: ${actions.join(', ')}`]
    }),
  )

const queued = (summary: string, schema: z.ZodType) => ({
  post: {
    summary,
    requestBody: { content: { 'application/cloudevents+json': { schema } } },
    responses: { 200: { description: 'Delete the message from the queue' } },
  },
})

const webhooks = {
  alert: queued(
    'What an authority’s inbox queue receives: a CloudEvents envelope without personal data',
    alertEventSchema,
  ),
  digest: queued(
    'What it receives at eight in the morning for new alerts of early help',
    digestEventSchema,
  ),
  test: queued('What it receives when its own system asked for a test', testEventSchema),
  emergency: queued(
    'What the leads of an authority receive when one of theirs asks to read something in an emergency, when what is theirs is opened so, and the partnership lead where nobody reviews it',
    emergencyEventSchema,
  ),
  quarantine: queued(
    'What the partnership lead receives when something of immediate danger cannot be read, or fails again and again',
    quarantineEventSchema,
  ),
  overdue: queued(
    'What the partnership lead receives once a day while something in the hub waits past its bound',
    overdueEventSchema,
  ),
  review: queued(
    'What the queue of whoever is asked receives, or a lead’s where nobody has answered',
    reviewEventSchema,
  ),
  escalation: queued(
    'What the queue of an agency’s lead receives: a concern that nobody has answered in time',
    concernEventSchema,
  ),
  agreement: queued(
    'What the queue of an authority’s managers and leads receives of a written agreement that ends, or has ended undecided',
    agreementEventSchema,
  ),
  elsewhere: queued(
    'What an authority’s queue receives once a day: which of its own adults another authority has recorded too',
    elsewhereEventSchema,
  ),
  use: queued(
    'What a lead’s queue receives once a day where the use of the hub shows something to look at',
    watchEventSchema,
  ),
  quota: queued(
    'What the partnership lead receives once a day of a client that does more than it may',
    quotaEventSchema,
  ),
  unagreed: queued(
    'What the partnership lead receives once a day where a service told an authority with which nothing is agreed',
    unagreedEventSchema,
  ),
}

/** The whole API as OpenAPI 3.1, made from the same contracts that check each request. `server` is the public address. */
export const openApiDocument = (server: string): object =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Safeguarding hub',
      version: '1.0.0',
      description:
        'Adult services submit concerns; the hub looks for everybody named in them, decides what may lawfully be shared, and alerts the authority where the child is and each that holds the child, which answer.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths: paths(),
    webhooks,
    components: {
      securitySchemes: {
        oauth: {
          type: 'oauth2',
          flows: { clientCredentials: { tokenUrl: `${server}/token`, scopes: scopesDescribed() } },
        },
      },
    },
  })
