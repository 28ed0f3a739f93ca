import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiClient } from '../../local/api-client.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { type EventPlace, eventPlaces } from '../../shared/outbox/events.ts'
import { place } from '../e2e/place.ts'
import { heardQueue } from '../hear-events.ts'

type Document = {
  readonly channels: Readonly<
    Record<string, { readonly messages: Readonly<Record<string, unknown>> }>
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}
type Heard = { readonly topic: string; readonly event: { readonly type?: string } }

/** The topics of each place, as the description names them; the narrow names first. */
const placesByTopic = keysOf(eventPlaces)
  .map((name): [EventPlace, RegExp] => {
    const pattern = eventPlaces[name].topic
      .replace('{authority}', 'E\\d{8}')
      .replace('{agency}', '[a-z0-9-]+')
    return [name, new RegExp(`:${pattern}$`)]
  })
  .toSorted(
    ([, one], [, other]) =>
      Number(one.source.includes('[a-z')) - Number(other.source.includes('[a-z')),
  )
const placeOf = (topic: string): EventPlace | undefined =>
  placesByTopic.find(([, pattern]) => pattern.test(topic))?.[0]

const sqs = new SQSClient({})

/** Everything that the queue holds; empty three times over, nothing more comes. */
const hearAll = async (): Promise<readonly Heard[]> => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: heardQueue }))
  const heard: Heard[] = []
  for (let silent = 0; silent < 3; ) {
    const ask = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(ask))
    silent = Messages.length === 0 ? silent + 1 : 0
    for (const { Body = '', ReceiptHandle } of Messages) {
      const { TopicArn, Message } = JSON.parse(Body) as { TopicArn: string; Message: string }
      heard.push({ topic: TopicArn, event: JSON.parse(Message) as Heard['event'] })
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    }
  }
  return heard
}

describe('every event that left the hub while the suites ran', () => {
  let described: Document
  let heard: readonly Heard[]

  beforeAll(async () => {
    const reply = await fetch(`${place.apiUrl}/asyncapi.json`)
    described = (await reply.json()) as Document
    const asked = await apiClient(place, 'westmarch-social-care').call('POST', '/test-alerts')
    expect(asked.status).toBe(202)
    heard = await hearAll()
  })

  it('is one that the running hub describes, at a place where it may arrive', () => {
    const ajv = addFormats.default(new Ajv({ allowUnionTypes: true, strict: false }))
    const checks = new Map<string, ValidateFunction>(
      Object.entries(described.components.schemas).map(([name, schema]) => [
        name,
        ajv.compile(schema),
      ]),
    )
    const strange = heard.flatMap(({ topic, event }) => {
      const channel = described.channels[`${placeOf(topic) ?? ''}Topic`]
      const named = Object.keys(channel?.messages ?? {})
      return named.some((name) => checks.get(name)?.(event)) ? [] : [`${event.type} at ${topic}`]
    })
    expect(strange).toEqual([])
    const types = new Set(heard.map(({ event }) => event.type))
    expect(types).toContain('uk.safeguarding-hub.alert.test.v1')
    process.stdout.write(`heard ${heard.length} events of ${types.size} types\n`)
  })
})
