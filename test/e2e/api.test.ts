import { describe, expect, it } from 'vitest'
import { apiClient, fetchToken } from '../../local/api-client.ts'
import { routes } from '../../shared/config/routes.ts'
import { aConcern } from '../builders/a-concern.ts'
import { place } from './place.ts'

type Problem = {
  readonly type: string
  readonly status: number
  readonly errors?: readonly { readonly pointer: string }[]
}
const problem = (body: unknown): Problem => body as Problem

describe('the deployed API', () => {
  it('describes every route at /openapi.json', async () => {
    const response = await fetch(`${place.apiUrl}/openapi.json`)
    const { paths, servers } = (await response.json()) as {
      paths: Record<string, object>
      servers: { url: string }[]
    }
    for (const { method, path } of Object.values(routes))
      expect(paths[path]).toHaveProperty(method.toLowerCase())
    expect(servers[0]?.url).toBe(place.address)
  })

  it('answers what no route takes with a problem', async () => {
    const response = await fetch(`${place.apiUrl}/nothing/here`)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(problem(await response.json())).toMatchObject({
      status: 404,
      type: 'urn:safeguarding-hub:problem:not-found',
    })
  })

  it('asks for a token', async () => {
    const response = await fetch(`${place.apiUrl}/alerts`)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  it('refuses a referrer the alerts, and a concern whose fields are wrong, naming each and echoing none', async () => {
    const service = apiClient(place, 'westmarch-substance-misuse')
    expect((await service.call('GET', '/alerts')).status).toBe(403)
    const body = { purpose: 'canary-purpose', harm: 'H2', unknownField: 'canary-value' }
    const refused = await service.call('POST', '/concerns', {
      body,
      headers: { 'Idempotency-Key': 'a-key-of-the-e2e-suite' },
    })
    expect(refused.status).toBe(400)
    expect(refused.text).not.toContain('canary')
    const pointers = problem(refused.body).errors?.map(({ pointer }) => pointer) ?? []
    expect(pointers).toEqual(expect.arrayContaining(['/purpose', '/subject', '/unknownField']))
  })

  it('sends a preview to its own route, which answers a lead and refuses a referrer', async () => {
    const ask = async (clientId: string): Promise<Response> =>
      fetch(`${place.apiUrl}/concerns?preview=true&agencyType=domestic-abuse`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${await fetchToken(place, clientId)}`,
          'Hub-Practitioner': 'LEAD-7',
          'Hub-Case-Reference': 'CASE-1',
          'Hub-Purpose': 'safeguarding',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(aConcern({ consent: { status: 'REFUSED' } })),
      })
    const answered = await ask('westmarch-lead')
    expect(await answered.json()).toMatchObject({ decision: { rule: 'R13' } })
    expect((await ask('westmarch-substance-misuse')).status).toBe(403)
  })
})
