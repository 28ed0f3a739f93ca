import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import { changeEvent } from '../../shared/outbox/change-event.ts'

type Document = {
  readonly channels: Readonly<
    Record<
      string,
      { readonly address: string; readonly messages: object; readonly bindings?: object }
    >
  >
  readonly operations: Readonly<Record<string, { readonly bindings?: object }>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

const concernId = concernIdSchema.parse('01a207d9-2100-7000-8000-000000000001')
const event = changeEvent(
  { concernId, changedAt: '2026-11-23T10:03:00.000Z' },
  { number: 1, apiUrl: 'https://hub.example/v1' },
)

describe('the message that a concern has changed', () => {
  let described: Document
  beforeAll(async () => {
    described = JSON.parse(await readFile('docs/asyncapi.json', 'utf8')) as Document
  })

  it('is this envelope, byte for byte', () => {
    const id = '01a207d9-2100-7000-8000-000000000001'
    expect(JSON.stringify(event)).toBe(
      JSON.stringify({
        specversion: '1.0',
        id: event.id,
        source: 'https://hub.example/v1',
        type: 'uk.safeguarding-hub.concern.changed.v1',
        subject: id,
        time: '2026-11-23T10:03:00.000Z',
        datacontenttype: 'application/json',
        dataref: `https://hub.example/v1/concerns/${id}`,
        data: { concernId: id },
      }),
    )
  })

  it('has the same id when it is told again, another for each telling, and none that a status could be guessed from', () => {
    const changed = { concernId, changedAt: event.time }
    const idOf = (number: number, of = changed): string =>
      changeEvent(of, { number, apiUrl: 'https://hub.example/v1' }).id
    expect(idOf(1)).toBe(event.id)
    const others = [
      idOf(2),
      idOf(1, { ...changed, changedAt: '2026-11-23T10:04:00.000Z' }),
      idOf(1, {
        ...changed,
        concernId: concernIdSchema.parse('01a207d9-2100-7000-8000-000000000009'),
      }),
    ]
    expect(new Set([event.id, ...others]).size).toBe(4)
    expect(idOf(1, { ...changed, ...{ status: 'answered' } })).toBe(event.id)
  })

  it('is as the published description has it, which takes nothing beside it', () => {
    const ajv = addFormats.default(new Ajv({ allowUnionTypes: true, strict: false }))
    const isDescribed = ajv.compile(described.components.schemas['ConcernChangedEvent'] ?? false)
    expect([isDescribed(event), isDescribed.errors]).toEqual([true, null])
    for (const more of [{ status: 'answered' }, { data: { concernId, status: 'answered' } }])
      expect(isDescribed({ ...event, ...more })).toBe(false)
  })

  it.each([
    ['agencySystemTopic', 'hub-changes-{agency}', 'sns'],
    ['agencySystemQueue', 'hub-changes-{agency}', 'sqs'],
    ['agencyReceiver', '{agencyReceiver}', 'http'],
  ])('comes by %s, and by no other message’s', (channel, address, binding) => {
    const { [channel]: at } = described.channels
    expect(at?.address).toBe(address)
    expect(Object.keys(at?.messages ?? {})).toEqual(['ConcernChangedEvent'])
    const operation = described.operations[`tell${channel.replace(/^a/, 'A')}`]
    expect({ ...at?.bindings, ...operation?.bindings }).toHaveProperty(binding)
  })

  it('comes to no authority and no lead', () => {
    const elsewhere = Object.entries(described.channels).filter(
      ([, { messages }]) => 'ConcernChangedEvent' in messages,
    )
    expect(elsewhere.map(([name]) => name).toSorted()).toEqual([
      'agencyReceiver',
      'agencySystemQueue',
      'agencySystemTopic',
    ])
  })
})
