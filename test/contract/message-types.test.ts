import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
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

  it('is there, as a webhook, for every file that makes one', async () => {
    const files = globSync('shared/outbox/*-event.ts')
    const made = await Promise.all(
      files.map(async (file): Promise<readonly z.ZodType[]> => {
        const exported = (await import(resolve(file))) as Readonly<Record<string, unknown>>
        return Object.values(exported).filter((one) => one instanceof z.ZodType)
      }),
    )
    const ids = made.flatMap((schemas) => schemas.flatMap((schema) => schema.meta()?.id ?? []))
    expect(ids.length).toBeGreaterThan(10)
    expect(events.map(([name]) => name).toSorted()).toEqual(ids.toSorted())
  })

  it('is there for every kind of message about alerts, reviews, emergencies and concerns', () => {
    expect(events.map(([name]) => name)).toEqual(
      expect.arrayContaining(['AlertEvent', 'ReviewEvent', 'EmergencyAccessEvent', 'ConcernEvent']),
    )
  })
})
