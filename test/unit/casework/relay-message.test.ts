import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import type { DirectoryDeps } from '../../../shared/agencies/directory.ts'
import type { Unread } from '../../../shared/alerts/unread.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { relayMessage } from '../../../shared/casework/relay-message.ts'
import type { OutboxMessage } from '../../../shared/outbox/outbox-message.ts'
import { aDirectory, readsDirectory } from '../../builders/a-directory.ts'
import { anId } from '../../builders/a-stored-concern.ts'

const pending: OutboxMessage = {
  recordId: anId(2),
  recordVersion: 1,
  to: `alerts-${westmarch}`,
  urgency: 'routine',
  authority: westmarch,
  type: 'alert.raised',
  status: 'PENDING',
  createdAt: '2026-11-23T10:00:00.000Z',
}

const polling: DirectoryDeps = {
  readDirectory: async () => ({
    ...aDirectory,
    authorities: aDirectory.authorities.map((one) => ({ ...one, delivery: { mode: 'poll' } })),
  }),
}

const aRelay = (
  message: OutboxMessage | undefined,
  failing?: 'publish' | 'markSent',
  readsIt = readsDirectory,
) => {
  const done: string[] = []
  const marked: OutboxMessage[] = []
  const entries: AuditEntry[] = []
  const published: string[] = []
  const opening: Unread[] = []
  const doing = (what: string): Promise<void> => {
    if (what === failing) return Promise.reject(new Error(`${what} failed`))
    done.push(what)
    return Promise.resolve()
  }
  const relayed = relayMessage(pending, {
    ...readsIt,
    read: () => Promise.resolve(message),
    publish: (to, text) =>
      doing('publish').then(() => {
        published.push(to)
        done.push((JSON.parse(text) as { id: string }).id)
      }),
    markSent: (sent, more, unread) =>
      doing('markSent').then(() => {
        marked.push(sent)
        entries.push(...more)
        opening.push(...unread)
      }),
    recorder: (now) => recorderFor({ actor: 'relay-alerts' }, now, () => anId(9)),
    apiUrl: 'https://hub.example/v1',
    now: () => new Date('2026-11-23T10:00:05Z'),
  })
  return { relayed, done, marked, entries, published, opening }
}

describe('relaying', () => {
  it('publishes first and marks after', async () => {
    const { relayed, done, marked } = aRelay(pending)
    expect(await relayed).toEqual({ kind: 'sent' })
    expect(done).toEqual(['publish', `${pending.recordId}#1`, 'markSent'])
    expect(marked).toEqual([
      {
        ...pending,
        status: 'SENT',
        sentAt: '2026-11-23T10:00:05.000Z',
        againAt: '2026-11-24T10:00:05.000Z',
      },
    ])
  })

  it('is recorded with what was sent, and to whom', async () => {
    const { relayed, entries } = aRelay(pending)
    await relayed
    expect(entries).toEqual([
      {
        entryId: anId(9),
        at: '2026-11-23T10:00:05.000Z',
        action: 'ALERT_SENT',
        outcome: 'DONE',
        actor: 'relay-alerts',
        authority: westmarch,
        subjects: [pending.recordId],
        codes: { type: 'alert.raised', version: '1', to: `alerts-${westmarch}` },
      },
    ])
  })

  it.each([
    ['was sent before', { ...pending, status: 'SENT' as const }],
    ['is not there', undefined],
  ])('does nothing when the message %s', async (_, message) => {
    const { relayed, done } = aRelay(message)
    expect(await relayed).toEqual({ kind: 'already-sent' })
    expect(done).toEqual([])
  })

  it('marks nothing that was not published', async () => {
    const { relayed, done } = aRelay(pending, 'publish')
    await expect(relayed).rejects.toThrow('publish failed')
    expect(done).toEqual([])
  })

  it('has published when the mark fails, so that it comes again', async () => {
    const { relayed, done } = aRelay(pending, 'markSent')
    await expect(relayed).rejects.toThrow('markSent failed')
    expect(done[0]).toBe('publish')
  })
})

describe('relaying to an authority that polls', () => {
  const people = [`escalations-${westmarch}`]
  it.each([
    { type: 'alert.raised', to: [], toldBy: 'inbox', unread: 1 },
    { type: 'alert.challenged', to: [], toldBy: 'inbox', unread: 1 },
    { type: 'alert.test', to: [], toldBy: 'inbox', unread: 0 },
    { type: 'alert.updated', to: people, toldBy: 'inbox', unread: 1 },
    { type: 'alert.reminder', to: people, toldBy: undefined, unread: 0 },
    { type: 'alert.overdue', to: people, toldBy: undefined, unread: 0 },
    { type: 'review.raised', to: people, toldBy: undefined, unread: 0 },
    { type: 'review.overdue', to: people, toldBy: undefined, unread: 0 },
  ] as const)(
    'tells people of whatever no alarm asks to have opened: $type',
    async ({ type, to, toldBy, unread }) => {
      const message = { ...pending, type }
      const { relayed, published, marked, opening, entries } = aRelay(message, undefined, polling)
      await relayed
      expect(published).toEqual(to)
      expect(marked[0]).toMatchObject({ to: pending.to, status: 'SENT' })
      expect(marked[0]?.toldBy).toBe(toldBy)
      expect(opening).toHaveLength(unread)
      expect(entries[0]?.codes).toMatchObject({ to: to[0] ?? pending.to })
    },
  )
})

describe('relaying what is told to an authority that has ended', () => {
  const replacedBy = (...codes: AuthorityCode[]): DirectoryDeps => ({
    readDirectory: async () => ({
      ...aDirectory,
      authorities: aDirectory.authorities.map((one) =>
        one.code === westmarch ? { ...one, until: '2026-11-23', replacedBy: codes } : one,
      ),
    }),
  })
  const closed = { ...pending, type: 'alert.reminder', isOfClosed: true } as const
  const toLeads = { ...closed, to: `escalations-${westmarch}` } as const

  it('publishes nothing of what moves, which is told by a message of its own', async () => {
    const { relayed, published, marked } = aRelay(pending, undefined, replacedBy(northmoor))
    await relayed
    expect([published, marked]).toMatchObject([[], [{ toldBy: 'successor' }]])
  })

  it.each<[string, OutboxMessage, AuthorityCode[]]>([
    [`alerts-${northmoor}`, closed, [northmoor]],
    [`escalations-${northmoor}`, toLeads, [northmoor]],
    ['holding', closed, [northmoor, eastvale]],
    ['escalations-partnership', toLeads, []],
  ])('publishes to %s what is closed', async (to, message, codes) => {
    const { relayed, published, marked, entries } = aRelay(message, undefined, replacedBy(...codes))
    await relayed
    expect(published).toEqual([to])
    expect(marked[0]).not.toHaveProperty('toldBy')
    expect(entries).toMatchObject([{ codes: { to } }])
  })

  it('publishes what is closed to whom it is addressed, while that one is served', async () => {
    const { relayed, published } = aRelay(closed)
    await relayed
    expect(published).toEqual([`alerts-${westmarch}`])
  })
})
