import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { nextDigest } from '../../../shared/calendar/working-days.ts'
import { type Digest, sendDigest } from '../../../shared/casework/send-digest.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
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
/** The next eight o'clock in London. */
const tomorrow = nextDigest(now).toISOString()

/** As it stands once a digest has told it. */
const told = (number: number): OutboxMessage => ({
  ...pending(number),
  status: 'SENT',
  sentAt: '2026-11-22T08:00:10.000Z',
  againAt: '2026-11-23T08:00:00.000Z',
})

const sending = async (
  messages: readonly OutboxMessage[],
  unreadable: Digest['alerts'] = [],
  isAnswered = false,
) => {
  const { acting, port, done, keep, said } = aTrace()
  const published: [string, unknown][] = []
  const marked: OutboxMessage[] = []
  const again: OutboxMessage[] = []
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
      readAlert: port('readAlert', () => (isAnswered ? undefined : anAlert())),
      readSeen: port('readSeen', () => undefined),
      readReview: port('readReview', () => undefined),
      markAgain: port('markAgain', (_, after, { entries }) => {
        again.push(after)
        keep(entries)
      }),
      onAgain: () => undefined,
      apiUrl: 'https://hub.example/v1',
    },
  )
  return { result, published, marked, again, done, said }
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
        againAt: tomorrow,
      })),
    )
  })

  it('lists what nobody has answered once more, day after day', async () => {
    const { published, marked, again, said } = await sending([pending(2), told(3)])
    expect(published).toMatchObject([
      [`alerts-${westmarch}`, { data: { alerts: [{ version: 2 }, { version: 3 }] } }],
    ])
    expect(marked.map(({ recordVersion }) => recordVersion)).toEqual([2])
    expect(again).toEqual([{ ...told(3), timesAgain: 1, againAt: tomorrow }])
    expect(said()[1]).toMatchObject({ codes: { type: 'alert.digest', again: '1' } })
  })

  it('lists no more what was answered', async () => {
    const { result, published, again } = await sending([told(3)], [], true)
    expect(result).toEqual({ kind: 'already-sent', unreadable: [] })
    expect(published).toEqual([])
    const { againAt: _over, ...ended } = told(3)
    expect(again).toEqual([ended])
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
