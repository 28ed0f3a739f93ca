import { keysOf } from '../kernel/keys-of.ts'
import { type EventPlace, eventPlaces, events } from '../outbox/events.ts'
import { eventSchemas } from './openapi.ts'

const parameters = {
  authority: { description: 'Code of the authority (GSS), as E06000047' },
  agency: { description: 'Key of the agency, as the operator told it' },
}

/** The name of the message of an event: that of its schema. */
const nameOf = (event: keyof typeof events): string => events[event].schema.meta()?.id ?? event

const eventsAt = (place: EventPlace) =>
  keysOf(events).filter((event) => events[event].at.some((each) => each === place))

const channelNames = ['topic', 'queue'] as const
type Way = (typeof channelNames)[number]

/** Bindings of the official lists, 1.0.0 of SNS and 0.3.0 of SQS. @see https://github.com/asyncapi/bindings */
const bindingsOf = {
  topic: (name: string) => ({ sns: { name, bindingVersion: '1.0.0' } }),
  queue: (name: string) => ({
    sqs: { queue: { name, fifoQueue: false }, bindingVersion: '0.3.0' },
  }),
} as const

const channelIdOf = (place: EventPlace, way: Way): string =>
  `${place}${way === 'topic' ? 'Topic' : 'Queue'}`

const channelOf = (place: EventPlace, way: Way) => {
  const { readBy, [way]: address } = eventPlaces[place]
  const named = Object.entries(parameters).filter(([name]) => address.includes(`{${name}}`))
  return {
    address,
    summary: `${readBy} fetches from the queue what its topic was sent`,
    ...(named.length > 0 && { parameters: Object.fromEntries(named) }),
    messages: Object.fromEntries(
      eventsAt(place).map((event) => [
        nameOf(event),
        { $ref: `#/components/messages/${nameOf(event)}` },
      ]),
    ),
    bindings: bindingsOf[way](address),
  }
}

const operationOf = (place: EventPlace, way: Way) => {
  const channel = channelIdOf(place, way)
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary: `${eventPlaces[place].readBy}: what is told by ${way}`,
    messages: eventsAt(place).map((event) => ({
      $ref: `#/channels/${channel}/messages/${nameOf(event)}`,
    })),
  }
}

/** Receivers that are pushed to, instead of a queue: whose, and what comes there. @see webhook.ts */
const receivers = {
  receiver: { whose: 'An authority', place: 'inbox' },
  agencyReceiver: { whose: 'An agency', place: 'agencySystem' },
} as const satisfies Record<string, { readonly whose: string; readonly place: EventPlace }>
type ReceiverId = keyof typeof receivers

const receiverChannel = (id: ReceiverId) => {
  const { whose, place } = receivers[id]
  return {
    address: `{${id}}`,
    summary: `${whose}’s own receiver, by HTTPS, signed as Standard Webhooks says (docs/receiving.md)`,
    parameters: {
      [id]: { description: `The https address that the ${whose.replace(/^An? /, '')} gave` },
    },
    messages: Object.fromEntries(
      eventsAt(place).map((event) => [
        nameOf(event),
        { $ref: `#/components/messages/${nameOf(event)}` },
      ]),
    ),
  }
}

const receiverOperation = (id: ReceiverId) => {
  const { whose, place } = receivers[id]
  return {
    action: 'send',
    channel: { $ref: `#/channels/${id}` },
    summary: `${whose}’s receiver: what is pushed to it`,
    bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
    messages: eventsAt(place).map((event) => ({
      $ref: `#/channels/${id}/messages/${nameOf(event)}`,
    })),
  }
}

const receiverIds = keysOf(receivers)
const upperFirst = (name: string): string => name.replace(/^./, (first) => first.toUpperCase())

const messageOf = (event: keyof typeof events) => ({
  name: nameOf(event),
  summary: events[event].summary,
  contentType: 'application/cloudevents+json',
  payload: { $ref: `#/components/schemas/${nameOf(event)}` },
})

const ways = keysOf(eventPlaces).flatMap((place) => channelNames.map((way) => ({ place, way })))

/** What leaves the hub, as AsyncAPI 3.0, made from the schemas by which each event is made. `server` is the API's public address. */
export const asyncApiDocument = (server: string): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Safeguarding hub: events',
    version: '1.0.0',
    description:
      'CloudEvents 1.0 without personal data, by SNS to an SQS queue for each reader, or pushed by HTTPS. The content is read from the API, by a read that is logged.',
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    externalDocs: { url: `${server}/openapi.json`, description: 'The API' },
  },
  defaultContentType: 'application/cloudevents+json',
  channels: {
    ...Object.fromEntries(
      ways.map(({ place, way }) => [channelIdOf(place, way), channelOf(place, way)]),
    ),
    ...Object.fromEntries(receiverIds.map((id) => [id, receiverChannel(id)])),
  },
  operations: {
    ...Object.fromEntries(
      ways.map(({ place, way }) => [
        `tell${upperFirst(channelIdOf(place, way))}`,
        operationOf(place, way),
      ]),
    ),
    ...Object.fromEntries(
      receiverIds.map((id) => [`tell${upperFirst(id)}`, receiverOperation(id)]),
    ),
  },
  components: {
    messages: Object.fromEntries(keysOf(events).map((event) => [nameOf(event), messageOf(event)])),
    schemas: eventSchemas(),
  },
})
