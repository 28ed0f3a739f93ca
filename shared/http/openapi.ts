import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi'
import { type Action, access, rolesFor, scopes, scopesFor } from '../agencies/access.ts'
import { type RouteName, routes } from '../config/routes.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { present } from '../kernel/present.ts'
import { events } from '../outbox/events.ts'
import { answerHeaders, everyAnswerHeaders, goingHeaders, limitHeaders } from './answer-headers.ts'
import { withLabels } from './code-labels.ts'
import type { Answer, Contract } from './contract.ts'
import { contracts } from './contracts/contracts.ts'
import { countedRoutes } from './counted-routes.ts'
import { type Deprecations, deprecationOf, deprecations } from './deprecations.ts'
import { examples } from './examples.ts'
import { asksWho, practitionerHeader } from './practitioner.ts'
import { tagOf, tags } from './tags.ts'

const routeNames = keysOf(routes)

/** The headers of an answer, as its contract, its route and every route have them. */
const headersOf = (name: RouteName, status: string, told: Answer['headers']): z.ZodObject => {
  const own = Object.fromEntries((told ?? []).map((each) => [each, answerHeaders[each]]))
  const isCounted = Number(status) < 300 && countedRoutes[name] !== undefined
  return everyAnswerHeaders.extend({ ...own, ...(isCounted && limitHeaders.shape) })
}

const responseOf = (
  name: RouteName,
  status: string,
  { id, description, schema, headers }: Answer,
): ZodOpenApiResponseObject => {
  const isProblem = Number(status) >= 400 && !isTokenError(schema)
  const mediaType = isProblem ? 'application/problem+json' : 'application/json'
  return {
    ...present({ id }),
    description,
    headers: headersOf(name, status, headers),
    ...(schema !== undefined && { content: { [mediaType]: { schema } } }),
  }
}

/** What several routes answer is one component: the library knows it again by its being the same object. */
const shared = new Map<string, ZodOpenApiResponseObject>()

const sharedResponseOf: typeof responseOf = (name, status, answer) => {
  if (answer.id === undefined) return responseOf(name, status, answer)
  const response = shared.get(answer.id) ?? responseOf(name, status, answer)
  shared.set(answer.id, response)
  return response
}

/** Answers of a call that will go say so: they are shared with no other. */
const goingResponseOf: typeof responseOf = (name, status, { id: _id, ...answer }) => {
  const { headers, ...response } = responseOf(name, status, answer)
  return { ...response, headers: (headers as z.ZodObject).extend(goingHeaders.shape) }
}

const responsesOf = (
  name: RouteName,
  { answers }: Contract,
  going: Deprecations,
): ZodOpenApiOperationObject['responses'] => {
  const describe = deprecationOf(name, going) === undefined ? sharedResponseOf : goingResponseOf
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]: [string, Answer]) => [
      status,
      describe(name, status, answer),
    ]),
  )
}

const goingWords = (name: RouteName, going: Deprecations) => {
  const said = deprecationOf(name, going)
  return said && { deprecated: true, description: `Goes on ${said.goesOn}.` }
}

const isTokenError = (schema: z.ZodType | undefined): boolean => schema?.meta()?.id === 'TokenError'

const securityOf = (action: Action | undefined): ZodOpenApiOperationObject['security'] =>
  action === undefined ? [] : [{ oauth: [...scopesFor(action)] }]

const asObject = (schema: z.ZodType | undefined): { readonly schema?: z.ZodObject } =>
  schema instanceof z.ZodObject ? { schema } : {}

/** The headers of a contract, with the one that names a social worker. */
const headerOf = (contract: Contract): z.ZodObject | undefined => {
  const { schema } = asObject(contract.headers)
  const asked = schema !== undefined && 428 in contract.answers ? required(schema) : schema
  return asksWho(contract) ? practitionerHeader(contract).extend(asked?.shape ?? {}) : asked
}

/** Its own answer, 428, tells whoever left it out: for a client that is generated it is not optional. */
const required = (schema: z.ZodObject): z.ZodObject =>
  'if-match' in schema.shape ? schema.required({ 'if-match': true }) : schema

const operationOf = (
  name: RouteName,
  contract: Contract,
  going: Deprecations,
): ZodOpenApiOperationObject => {
  const { schema: path } = asObject(contract.params)
  const { schema: query } = asObject(contract.query)
  const header = headerOf(contract)
  return {
    operationId: name,
    summary: contract.summary,
    ...goingWords(name, going),
    tags: [tagOf(routes[name].path)],
    security: securityOf(contract.action) ?? [],
    requestParams: { ...(path && { path }), ...(query && { query }), ...(header && { header }) },
    ...(contract.body !== undefined && {
      requestBody: {
        required: true,
        content: {
          [contract.mediaType ?? 'application/json']: {
            schema: contract.body,
            ...present({ example: examples[name] }),
          },
        },
      },
    }),
    responses: responsesOf(name, contract, going),
  }
}

const paths = (going: Deprecations): ZodOpenApiPathsObject => {
  const byPath = Map.groupBy(routeNames, (name) => routes[name].path)
  return Object.fromEntries(
    [...byPath].map(([path, names]) => [
      path,
      Object.fromEntries(
        names.map((name) => [
          routes[name].method.toLowerCase(),
          operationOf(name, contracts[name], going),
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
    operationId: `receive${schema.meta()?.id ?? ''}`,
    summary,
    tags: ['events' satisfies keyof typeof tags],
    security: [],
    requestBody: { content: { 'application/cloudevents+json': { schema } } },
    responses: { 200: { description: 'Delete the message from the queue' } },
  },
})

const webhooks = Object.fromEntries(
  Object.entries(events).map(([name, { summary, schema }]) => [name, queued(summary, schema)]),
)

/** What is said of the events alone: a JSON Schema each, by its name. */
export const eventSchemas = (): Readonly<Record<string, unknown>> => {
  const info = { title: 'Events', version: '1.0.0' }
  const { components } = createDocument({ openapi: '3.1.0', info, webhooks })
  return withLabels(components?.schemas ?? {}) as Readonly<Record<string, unknown>>
}

/** The whole API as OpenAPI 3.1, made from the same contracts that check each request. `server` is the public address. */
export const openApiDocument = (server: string, going: Deprecations = deprecations): object =>
  withLabels(
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
      tags: keysOf(tags).map((name) => ({ name, description: tags[name] })),
      paths: paths(going),
      webhooks,
      components: {
        securitySchemes: {
          oauth: {
            type: 'oauth2',
            flows: {
              clientCredentials: { tokenUrl: `${server}/token`, scopes: scopesDescribed() },
            },
          },
        },
      },
    }),
  ) as object
