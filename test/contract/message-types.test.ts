import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../../shared/http/openapi.ts'

/** Whatever a schema of a message says of its `type`. */
const typesIn = (schema: unknown): readonly string[] => {
  const type: unknown = Reflect.get(Object(Reflect.get(Object(schema), 'properties')), 'type')
  const { enum: several = [], const: one } = Object(type) as { enum?: string[]; const?: string }
  return one === undefined ? several : [one]
}

describe('the schema of a message', () => {
  const { components } = openApiDocument('https://hub.example/v1') as {
    components?: { schemas?: Record<string, unknown> }
  }
  const { schemas = {} } = components ?? {}
  const events = Object.entries(schemas).filter(([name]) => name.endsWith('Event'))

  it.each(events)('%s names its types as they are sent', (_, schema) => {
    const types = typesIn(schema)
    expect(types.length).toBeGreaterThan(0)
    for (const type of types) expect(type).toMatch(/^uk\.safeguarding-hub\.[a-z.-]+\.v1$/)
  })

  it('is there for every kind of message about alerts, reviews, emergencies and concerns', () => {
    expect(events.map(([name]) => name)).toEqual(
      expect.arrayContaining(['AlertEvent', 'ReviewEvent', 'EmergencyAccessEvent', 'ConcernEvent']),
    )
  })
})
