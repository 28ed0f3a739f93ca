import { describe, expect, it } from 'vitest'
import { routeOf } from '../../../local/serve/api-event.ts'
import { matchesFilter } from '../../../local/serve/matches-filter.ts'

describe('a request', () => {
  it.each([
    ['GET', '/alerts', '/alerts', {}],
    ['GET', '/alerts/volume', '/alerts/volume', {}],
    ['GET', '/alerts/a', '/alerts/{id}', { id: 'a' }],
    ['GET', '/alerts/a%2Fb/explanation', '/alerts/{id}/explanation', { id: 'a/b' }],
    ['POST', '/concerns/preview', '/concerns/preview', {}],
    ['POST', '/alerts', '/alerts', {}],
    ['GET', '/alerts/', '/{proxy+}', {}],
    ['GET', '/alerts/%', '/alerts/{id}', { id: '%' }],
  ])('%s %s goes where the gateway would send it', (...[method, path, resource, parameters]) => {
    expect(routeOf(method, path)).toMatchObject({ resource, parameters })
  })
})

describe('a filter of a stream', () => {
  const filter = {
    eventName: ['INSERT'],
    dynamodb: { Keys: { sk: { S: ['CONCERN', { prefix: 'CONSENT#' }] } } },
  }
  const record = (eventName: string, sk: string) => ({
    eventName,
    dynamodb: { Keys: { pk: { S: 'CONCERN#1' }, sk: { S: sk } } },
  })

  it.each([
    ['INSERT', 'CONCERN', true],
    ['INSERT', 'CONSENT#1', true],
    ['MODIFY', 'CONCERN', false],
    ['INSERT', 'ASSESSMENT#0001', false],
  ])('asks for all that it names: %s of %s', (eventName, sk, passes) => {
    expect(matchesFilter(filter, record(eventName, sk))).toBe(passes)
  })

  it('asks whether a field is there', () => {
    const sealing = { NewImage: { unsealed: { S: [{ exists: true }] } } }
    expect(matchesFilter(sealing, { NewImage: { unsealed: { S: 'x' } } })).toBe(true)
    expect(matchesFilter(sealing, { NewImage: {} })).toBe(false)
  })
})
