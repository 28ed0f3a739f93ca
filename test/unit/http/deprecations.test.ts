import type { APIGatewayProxyEvent } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RouteName } from '../../../shared/config/routes.ts'
import { routes } from '../../../shared/config/routes.ts'
import {
  type Deprecations,
  deprecationHeaders,
  deprecations,
} from '../../../shared/http/deprecations.ts'
import { onionOf, type PublicEndpoint } from '../../../shared/http/onion.ts'
import { openApiDocument } from '../../../shared/http/openapi.ts'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { aContext, anApiEvent } from '../../builders/an-api-event.ts'

const going: Deprecations = { listConcerns: { since: '2026-11-28', goesOn: '2027-11-29' } }
const told = { Deprecation: '@1795824000', Sunset: 'Mon, 29 Nov 2027 00:00:00 GMT' }
const contract = { summary: 'open', answers: { 200: { description: 'ok', schema: z.unknown() } } }
const deps = { log: () => {}, now: () => new Date('2026-11-28T10:00:00Z') }

const answered = async (
  name: RouteName,
  answer: PublicEndpoint['answer'],
  all: Deprecations | undefined,
) => {
  const event: APIGatewayProxyEvent = anApiEvent(name, {})
  const hub = { requestId: 'r-1', startedAt: 0 }
  const handle = onionOf({ name, contract, answer }, deps, all)
  const { statusCode, headers } = await handle({ ...event, hub }, aContext)
  return { statusCode, headers }
}
const ok: PublicEndpoint['answer'] = async () => ({ status: 200, body: {} })
const refuses: PublicEndpoint['answer'] = () => Promise.reject(new HubError('not-found', 'a'))
const fails: PublicEndpoint['answer'] = () => Promise.reject(new Error('a defect'))

describe('a call that will go', () => {
  it.each([
    [200, ok],
    [404, refuses],
    [500, fails],
  ])('says when, and since when that is known, on an answer of %i', async (status, answer) => {
    const { statusCode, headers } = await answered('listConcerns', answer, going)
    expect(statusCode).toBe(status)
    expect(headers).toMatchObject({ ...told, 'X-Request-ID': 'r-1' })
  })

  it.each([
    ['another call says nothing', 'followConcern' as const, going],
    ['none does where none is in the table, as today', 'listConcerns' as const, undefined],
  ])('%s', async (_, name, all) => {
    const { headers } = await answered(name, ok, all)
    expect(Object.keys(headers ?? {})).not.toContain('Deprecation')
    expect(Object.keys(headers ?? {})).not.toContain('Sunset')
  })

  it('is described so, with both headers on each of its answers and on no other’s', () => {
    type Operation = {
      readonly operationId: string
      readonly deprecated?: boolean
      readonly responses: Record<string, { readonly $ref?: string; readonly headers?: object }>
    }
    const described = (all?: Deprecations): readonly Operation[] => {
      const { paths } = openApiDocument('https://hub.test/v1', all) as {
        paths: Record<string, Record<string, Operation>>
      }
      return Object.values(paths).flatMap((each) => Object.values(each))
    }
    const operations = described(going)
    const its = operations.filter(({ deprecated }) => deprecated === true)
    expect(its.map(({ operationId }) => operationId)).toEqual(['listConcerns'])
    for (const response of Object.values(its[0]?.responses ?? {}))
      expect(Object.keys(response.headers ?? {})).toEqual(
        expect.arrayContaining(['Deprecation', 'Sunset', 'X-Request-ID']),
      )
    const others = operations.filter(({ deprecated }) => deprecated !== true)
    expect(JSON.stringify(others)).not.toContain('Sunset')
    expect(JSON.stringify(openApiDocument('https://hub.test/v1'))).not.toContain('Sunset')
  })
})

describe('what is said to go', () => {
  it('is a call that there is, and goes twelve months after it was said at the soonest', () => {
    const wrong = Object.entries(deprecations).filter(([name, { since, goesOn }]) => {
      const soonest = new Date(since)
      soonest.setUTCFullYear(soonest.getUTCFullYear() + 1)
      return !Object.hasOwn(routes, name) || new Date(goesOn) < soonest
    })
    expect(wrong).toEqual([])
  })

  it('is written as both RFCs have it', () => {
    expect(deprecationHeaders({ since: '2026-11-28', goesOn: '2027-11-29' })).toEqual(told)
  })
})
