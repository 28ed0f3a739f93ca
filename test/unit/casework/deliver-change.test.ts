import { describe, expect, it } from 'vitest'
import { agencySchema } from '../../../shared/agencies/directory.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { agencyRow } from '../../../shared/aws/dynamodb/directory.ts'
import { concernIdSchema } from '../../../shared/kernel/ids.ts'
import { changeEvent } from '../../../shared/outbox/change-event.ts'
import { isWebhookOf } from '../../../shared/outbox/webhook.ts'
import { anSqsEvent } from '../../builders/an-sqs-event.ts'
import { allRows, auditEntries } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const url = 'https://receiver.turning-tide.example/changes'
const concernId = concernIdSchema.parse('01900000-0000-7000-8000-000000000001')
const event = changeEvent(
  { concernId, changedAt: '2026-11-23T09:58:00.000Z' },
  { number: 1, apiUrl: 'http://hub.test/v1' },
)
const { id } = event
const text = JSON.stringify(event)
const queue = 'changes-turning-tide'
const hours = (count: number): number => count * 60 * 60 * 1000
const again = { batchItemFailures: [{ itemIdentifier: 'message-1' }] }

const aHub = async (delivery: unknown = { mode: 'push', url }, until?: string) => {
  const hub = await startInMemoryHub()
  const named = { key: 'turning-tide', name: 'Turning Tide', type: 'substance-misuse' }
  const stated = { ...named, delivery, ...(until !== undefined && { until }) }
  const row = agencyRow(agencySchema.parse(stated))
  await hub.store.transact([put(hub.tables.directory, row)])
  const sentAt = hub.now()
  const deliver = (attempt = 1, body = text) =>
    hub.deliver(anSqsEvent(body, { authority: queue, sentAt, attempt }))
  return { hub, deliver }
}

describe('what changed, for an agency that is pushed to', () => {
  it('is posted as it stands, under the event’s id, signed as every push is, and is an entry of its own no more', async () => {
    const { hub, deliver } = await aHub()
    expect(await deliver()).toEqual({ batchItemFailures: [] })
    const [pushed] = hub.receivers.pushed
    expect(pushed).toMatchObject({ url, body: text, headers: { 'webhook-id': id } })
    const keys = (await allRows(hub, 'tokens')).map((row) => (row['key'] as { x: string }).x)
    expect(isWebhookOf(keys, { headers: pushed?.headers ?? {}, body: text }, hub.now())).toBe(true)
    expect(await auditEntries(hub)).toEqual([])
  })

  it('leaves no more from the day on which the agency has ended, though it waited before', async () => {
    const { hub, deliver } = await aHub({ mode: 'push', url }, '2026-11-23')
    expect(await deliver(3)).toEqual({ batchItemFailures: [] })
    expect([hub.receivers.pushed, hub.receivers.sent, hub.receivers.hidden]).toEqual([[], [], []])
  })

  it.each([301, 400, 500])('is tried again after %i, each time later', async (status) => {
    const { hub, deliver } = await aHub()
    hub.receivers.answers.push({ kind: 'answered', status })
    for (const attempt of [1, 4, 8]) expect(await deliver(attempt)).toEqual(again)
    const waits = hub.receivers.hidden.map(({ seconds }) => seconds)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(hub.receivers.hidden[0]?.queue).toContain(`outgoing-${queue}`)
    expect(hub.receivers.sent).toEqual([])
  })

  it('is given up on after a day: it is kept, and the agency’s lead is told of each, once', async () => {
    const { hub, deliver } = await aHub()
    hub.receivers.answers.push({ kind: 'unanswered', why: 'out-of-reach' })
    hub.advance(hours(24))
    for (const attempt of [1, 2]) expect(await deliver(attempt)).toEqual({ batchItemFailures: [] })
    expect(hub.receivers.sent[0]?.queue).toContain(`outgoing-${queue}-refused`)
    const waiting = (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'OUTBOX')
    expect(waiting).toHaveLength(1)
    await hub.settle()
    const [told] = hub.published.filter(({ message }) => message.includes('concern.undelivered'))
    expect(told?.queue).toBe('escalations-turning-tide')
    expect(JSON.parse(told?.message ?? '')).toMatchObject({
      subject: concernId,
      data: { concernId, urgency: 'routine' },
    })
  })

  it.each([
    ['no event', 'nothing'],
    ['another event', '{"id":"1","type":"uk.safeguarding-hub.alert.raised.v1","data":{}}'],
  ])('stands aside where it is %s, and nothing is posted', async (_, body) => {
    const { hub, deliver } = await aHub()
    expect(await deliver(1, body)).toEqual({ batchItemFailures: [] })
    expect(hub.receivers.pushed).toEqual([])
    expect(hub.receivers.sent[0]?.queue).toContain(`outgoing-${queue}-refused`)
  })

  it('lies in its queue once it fetches again', async () => {
    const { hub, deliver } = await aHub({ mode: 'queue' })
    expect(await deliver()).toEqual({ batchItemFailures: [] })
    expect(hub.receivers.sent.map(({ message }) => message)).toEqual([text])
    expect(hub.receivers.sent[0]?.queue).toMatch(/changes-turning-tide$/)
    expect(hub.receivers.sent[0]?.queue).not.toContain('outgoing')
    expect(hub.receivers.sent[0]?.queue).not.toContain('inbox')
  })
})
