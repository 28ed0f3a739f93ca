import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { westmarch, westmarchReviewer } from '../../builders/clients.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

/** Of two rows of a list the first as no version of this code would have written it. */
const withUnreadable = async (kind: 'ALERT' | 'REVIEW') => {
  const hub = await startInMemoryHub({
    needed: kind === 'REVIEW' ? 5 : 0,
    authorities: [westmarchCode],
  })
  const calls = callsOf(hub)
  await calls.putChild('C1')
  for (const key of ['a-key-for-the-first-one', 'a-key-for-the-second-one'])
    await calls.submit(key, aConcern())
  await hub.settle()
  const rows = (await hub.rows('casework')).filter(({ sk }) => sk === kind)
  const [{ pk, sk, ...rest } = {}] = rows
  const changed = { pk: String(pk), sk: String(sk), ...rest, harm: { was: 'H5' } }
  await hub.store.transact([put(hub.tables.casework, changed)])
  return { hub, count: rows.length }
}

describe('a list with a row that this code does not know', () => {
  it.each([
    { kind: 'ALERT', from: 'read', route: 'listAlerts', caller: westmarch },
    { kind: 'REVIEW', from: 'review', route: 'listReviews', caller: westmarchReviewer },
  ] as const)(
    'shows every other $kind, says that one is missing and reports it',
    async ({ kind, from, route, caller }) => {
      const { hub, count } = await withUnreadable(kind)
      const event = anApiEvent(route, { token: await hub.tokenFor(caller) })
      const { status, body } = await hub.call(from, event)
      expect(status).toBe(200)
      const { items, unreadable } = body as { items: unknown[]; unreadable: number }
      expect([items.length, unreadable]).toEqual([count - 1, 1])
      expect(JSON.stringify(hub.logged)).toContain('RECORD_FAILED')
    },
  )
})
