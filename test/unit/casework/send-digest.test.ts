import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type Digest, sendDigest } from '../../../shared/casework/send-digest.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { aTrace, now } from '../../builders/ports.ts'

const pending = (number: number): OutboxMessage => ({
  recordId: anId(number),
  recordVersion: number,
  to: `alerts-${westmarch}`,
  urgency: 'routine',
  authority: westmarch,
  type: 'alert.raised',
  digestAt: '2026-11-23T09:00:00.000Z',
  status: 'PENDING',
  createdAt: '2026-11-22T10:00:00.000Z',
})
const sending = async (messages: readonly OutboxMessage[], unreadable: Digest['alerts'] = []) => {
  const { acting, port, done, keep, said } = aTrace()
  const published: [string, unknown][] = []
  const marked: OutboxMessage[] = []
  const result = await sendDigest(
    { authority: westmarch, alerts: [...messages, ...unreadable] },
    {
      ...acting,
      readPending: port('readPending', () => ({ messages, unreadable })),
      readNewestNote: port('readNewestNote', () => 'a note'),
      publish: port('publish', (to: string, text: string) => {
        published.push([to, JSON.parse(text)])
      }),
      markSent: port('markSent', (sent, entries) => {
        marked.push(...sent)
        keep(entries)
      }),
      apiUrl: 'https://hub.example/v1',
    },
  )
  return { result, published, marked, done, said }
}

describe('a digest', () => {
  it('publishes one message for all, and only then marks them', async () => {
    const { result, published, marked, done } = await sending([pending(2), pending(3)])
    expect(result).toEqual({ kind: 'sent', unreadable: [] })
    expect(done).toEqual(['readPending', 'readNewestNote', 'publish', 'markSent'])
    expect(published).toMatchObject([
      [
        `alerts-${westmarch}`,
        {
          data: { alerts: [{ version: 2 }, { version: 3 }], checkpoint: 'a note' },
          time: now.toISOString(),
        },
      ],
    ])
    expect(marked).toEqual(
      [pending(2), pending(3)].map((message) => ({
        ...message,
        status: 'SENT',
        sentAt: now.toISOString(),
      })),
    )
  })

  it('is recorded for each alert', async () => {
    const { said } = await sending([pending(2), pending(3)])
    expect(said()).toEqual(
      [2, 3].map((number) => ({
        at: now.toISOString(),
        action: 'ALERT_SENT',
        outcome: 'DONE',
        actor: 'the-hub',
        authority: westmarch,
        subjects: [anId(number)],
        codes: { type: 'alert.digest', version: String(number), to: `alerts-${westmarch}` },
      })),
    )
  })

  it('is not sent when nothing is left in it', async () => {
    const { result, done } = await sending([])
    expect([result, done]).toEqual([{ kind: 'already-sent', unreadable: [] }, ['readPending']])
  })
})
