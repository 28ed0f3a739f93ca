import { randomUUID } from 'node:crypto'
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { beforeAll, describe, expect, it } from 'vitest'
import { northmoor } from '../../infra/stages/local.ts'
import { apiClient } from '../../local/api-client.ts'
import { type ChangeEvent, changeEventSchema } from '../../shared/outbox/change-event.ts'
import { aConcern } from '../builders/a-concern.ts'
import { told } from '../builders/told.ts'
import { newlyListed } from './newly-listed.ts'
import { place } from './place.ts'

const sender = apiClient(place, 'northmoor-domestic-abuse')
const council = apiClient(place, 'northmoor-social-care')
const desk = { 'Hub-Practitioner': 'SW-CHANGES' } as const
const sqs = new SQSClient({})
/** To the end of the minute in which it was returned, a minute of rest, the minute in which it is told, and a busy machine. */
const patience = 300_000

/** Every message that the queue holds, which is then empty. */
const fetchAll = async (): Promise<readonly ChangeEvent[]> => {
  const named = new GetQueueUrlCommand({ QueueName: 'hub-changes-safe-harbour-northmoor' })
  const { QueueUrl } = await sqs.send(named)
  const ask = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(ask))
  for (const { ReceiptHandle } of Messages)
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
  const events = Messages.map(({ Body = '' }) => changeEventSchema.parse(JSON.parse(Body)))
  return Messages.length === 0 ? events : [...events, ...(await fetchAll())]
}

const referrer = { ...aConcern().referrer, secureEmail: 'adviser@safe-harbour.example' }

const send = async (more: Parameters<typeof aConcern>[0]): Promise<string> => {
  const sent = await sender.call('POST', '/concerns', {
    body: aConcern({ authority: northmoor, referrer, ...more }),
    headers: { 'Idempotency-Key': randomUUID() },
  })
  expect(sent.status, sent.text).toBe(202)
  return (sent.body as { concernId: string }).concernId
}

describe('the queue of a sender’s system, as it is deployed', () => {
  const heard: ChangeEvent[] = []
  let alertOf: (words: string) => Promise<string>
  beforeAll(async () => {
    alertOf = await newlyListed(council, '/alerts', desk['Hub-Practitioner'])
    await fetchAll()
  })

  const hear = async (ids: readonly string[]): Promise<void> => {
    const look = async () => {
      heard.push(...(await fetchAll()))
      return ids.filter((id) => heard.every(({ data }) => data.concernId !== id))
    }
    await expect.poll(look, { timeout: patience, interval: 2_000 }).toEqual([])
  }

  it(
    'is given the id of each concern that was answered, returned or taken back, and no more; of one that was only received nothing',
    async () => {
      const words = `Told of changes ${randomUUID()}`
      const answered = await send({ reason: words })
      const received = await send({ reason: `Received ${randomUUID()}` })
      const returned = await send({ purpose: 'other' })
      const withdrawn = await send({ reason: `Withdrawn ${randomUUID()}` })
      const taken = await sender.call('POST', `/concerns/${withdrawn}/withdrawal`, {
        body: { reason: 'SENT_IN_ERROR', words: 'Sent twice.' },
        headers: { 'Idempotency-Key': randomUUID() },
      })
      expect(taken.status, taken.text).toBe(202)
      const alert = await alertOf(words)
      for (const [step, body] of [
        ['acknowledgement', undefined],
        ['outcome', { outcome: 'ASSESSMENT_S17' }],
        ['feedback', { lines: told('A social worker will visit.') }],
      ] as const) {
        const { body: read } = await council.call('GET', `/alerts/${alert}`, { headers: desk })
        const { version } = read as { version: number }
        const headers = { ...desk, 'If-Match': `"${version}"` }
        const done = await council.call('POST', `/alerts/${alert}/${step}`, { body, headers })
        expect(done.status, done.text).toBe(200)
      }
      await hear([answered, returned, withdrawn])
      expect(heard.map(({ data }) => data.concernId)).not.toContain(received)
      const { body } = await sender.call('GET', `/concerns/${answered}`)
      expect(body).toMatchObject({ status: 'answered' })

      heard.length = 0
      const contested = await sender.call('POST', `/concerns/${answered}/challenge`, {
        body: { feedbackNumber: 1, reason: 'Nobody has come, and the children were seen alone.' },
        headers: { 'Idempotency-Key': randomUUID() },
      })
      expect(contested.status, contested.text).toBe(202)
      await hear([answered])
    },
    3 * patience,
  )
})
