import { aChild } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { allRows, callsOf, concernIdIn, type HubReply } from '../builders/hub-calls.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { type Caller, registers, senders, told } from './clients.ts'
import type { AlertSeen, Message, Reply, Review, Stage } from './stage.ts'

const asReply = ({ status, body }: HubReply): Reply => ({
  status,
  body: (body ?? {}) as Reply['body'],
})

const callers = { ...told, ...senders } as const
const who = { 'Hub-Practitioner': 'W-0117' }
const inCase = { 'Hub-Case-Reference': 'CASE-1', 'Hub-Purpose': 'safeguarding' }

type StoredAlert = {
  readonly alertId: string
  readonly concernId: string
  readonly furtherNotices?: readonly { readonly concernId: string }[]
}

const alertIdsOf = async (hub: TestHub, concernId: string): Promise<string[]> => {
  const rows = await allRows(hub, 'casework')
  const alerts = rows.flatMap((row) => (row['alert'] as StoredAlert | undefined) ?? [])
  return alerts
    .filter(
      (alert) =>
        alert.concernId === concernId ||
        alert.furtherNotices?.some((notice) => notice.concernId === concernId),
    )
    .map(({ alertId }) => alertId)
    .toSorted()
}

const reading = (hub: TestHub) => {
  const token = (caller: Caller): Promise<string> => hub.tokenFor(caller)
  const read = async (caller: Caller, id: string): Promise<HubReply> =>
    hub.call('read', anApiEvent('readAlert', { id, token: await token(caller), headers: who }))
  return { token, read }
}

const hour = 60 * 60 * 1000

/** The whole hub in this process, with a clock of its own. `startsAt`: an ISO time. */
export const inMemoryStage = async ({
  startsAt,
  trial = 0,
}: {
  readonly startsAt?: string
  readonly trial?: number
} = {}): Promise<Stage> => {
  const hub = await startInMemoryHub({ needed: trial })
  if (startsAt !== undefined) hub.advance(Date.parse(startsAt) - hub.now().getTime())
  for (const { agency } of Object.values(senders)) await hub.agree(agency)
  const calls = callsOf(hub)
  const { token, read } = reading(hub)
  let sent = 0
  return {
    record: async (council, id, child) => {
      const reply = await calls.putChild(id, aChild(child), registers[council])
      if (reply.status !== 200) throw new Error(`recorded: ${JSON.stringify(reply)}`)
      await hub.settle()
    },
    send: async (sender, concern) => {
      sent += 1
      const key = `practice-key-${String(sent).padStart(8, '0')}`
      const reply = await calls.submit(key, aConcern(concern), senders[sender])
      await hub.settle()
      return { ...asReply(reply), id: reply.status === 202 ? concernIdIn(reply) : '' }
    },
    follow: async (sender, id) => asReply(await calls.follow(id, senders[sender])),
    challenge: async (sender, id, body) => {
      sent += 1
      const key = `practice-key-${String(sent).padStart(8, '0')}`
      return asReply(await calls.challenge(id, { key, body }, senders[sender]))
    },
    alerts: async (reader, concernId) => {
      const ids = await alertIdsOf(hub, concernId)
      const replies = await Promise.all(ids.map((id) => read(told[reader], id)))
      return replies
        .filter(({ status }) => status === 200)
        .map(({ body }) => body as unknown as AlertSeen)
    },
    inbox: async (reader) => calls.listAlerts(told[reader]),
    answer: async (reader, id, { step, body }) => {
      const { body: alert } = await read(told[reader], id)
      const { version } = alert as unknown as AlertSeen
      const routes = {
        acknowledgement: 'acknowledgeAlert',
        outcome: 'recordOutcome',
        feedback: 'giveFeedback',
      } as const
      const event = anApiEvent(routes[step], {
        id,
        token: await token(told[reader]),
        headers: { ...who, 'If-Match': `"${version}"` },
        ...(body !== undefined && { body }),
      })
      return asReply(await hub.call('answer', event))
    },
    chronology: async (reader, id) => {
      const headers = { ...who, ...inCase }
      const event = anApiEvent('readChronology', { id, token: await token(told[reader]), headers })
      return asReply(await hub.call('chronology', event))
    },
    reviews: async (reader) => {
      const event = anApiEvent('listReviews', { token: await token(callers[reader]), headers: who })
      const { body } = await hub.call('review', event)
      return (body as { items: Review[] }).items
    },
    decide: async (reader, id, body) => {
      const event = anApiEvent('readReview', {
        id,
        token: await token(callers[reader]),
        headers: who,
      })
      const { headers } = await hub.call('review', event)
      const decision = anApiEvent('decideReview', {
        id,
        token: await token(callers[reader]),
        headers: { ...who, 'If-Match': String(headers['ETag']) },
        body,
      })
      const reply = await hub.call('review', decision)
      await hub.settle()
      return asReply(reply)
    },
    messages: async (queue) =>
      hub.published
        .filter((one) => one.queue === queue)
        .map(({ message }) => JSON.parse(message) as Message),
    wait: async ({ hours = 0, days = 0 }) => {
      const steps = hours + days * 24
      for (let step = 0; step < steps; step += 1) {
        hub.advance(hour)
        await hub.sweep()
      }
    },
  }
}
