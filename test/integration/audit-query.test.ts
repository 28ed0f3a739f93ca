import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { auditor, northmoor, westmarch } from '../builders/clients.ts'
import { auditEntries, callsOf, concernIdIn, deskOf } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

let hub: TestHub
let concernId: string
let alertId: string
let kept: readonly AuditEntry[]

/** Monday 23 to Sunday 29 November 2026: a concern, and an alert read once a day, half a second past the hour. */
beforeAll(async () => {
  hub = await startCaseworkHub('audit-query')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  concernId = concernIdIn(await calls.submit('a-key-of-some-length'))
  await hub.settle()
  alertId = (await calls.listAlerts())[0]?.alertId ?? ''
  hub.advance(Date.parse('2026-11-23T12:00:00.500Z') - hub.now().getTime())
  for (let day = 0; day < 6; day += 1) {
    await calls.readAlert(alertId)
    await calls.readAlert(alertId, northmoor)
    hub.advance(24 * 60 * 60 * 1000)
  }
  kept = await auditEntries(hub)
})

type Page = { readonly items: readonly AuditEntry[]; readonly links: { readonly next?: string } }

const page = async (query: Record<string, string>): Promise<Page> => {
  const token = await hub.tokenFor(auditor)
  const reply = await hub.call(
    'audit',
    anApiEvent('listAuditEntries', { token, query, headers: deskOf(auditor) }),
  )
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  hub.advance(1)
  return reply.body as Page
}

/** Follows the links to the end. Asking is logged too, so what was asked here is left out. */
const all = async (query: Record<string, string>): Promise<readonly AuditEntry[]> => {
  const found: AuditEntry[] = []
  let next: Record<string, string> | undefined = query
  for (let pages = 0; pages < 200 && next !== undefined; pages += 1) {
    const { items, links }: Page = await page(next)
    found.push(...items)
    next =
      links.next === undefined
        ? undefined
        : Object.fromEntries(new URL(links.next, hub.issuer).searchParams)
  }
  expect(next).toBeUndefined()
  return found.filter(({ action }) => action !== 'AUDIT_QUERIED')
}

const ids = (entries: readonly AuditEntry[]): string[] => entries.map(({ entryId }) => entryId)
const where = (holds: (entry: AuditEntry) => boolean): string[] => ids(kept.filter(holds))

describe('the trail', () => {
  it.each(['1', '7', '100'])(
    'comes whole and once in pages of %s, newest first',
    async (limit) => {
      for (const query of [
        {},
        { actor: westmarch.clientId },
        { subject: alertId },
        { authority: westmarchCode },
      ]) {
        const found = await all({ ...query, limit })
        expect(new Set(ids(found)).size).toBe(found.length)
        const times = found.map(({ at }) => at)
        expect(times).toEqual(times.toSorted().toReversed())
      }
      expect(ids(await all({ limit })).toSorted()).toEqual(where(() => true).toSorted())
    },
    60_000,
  )

  it.each([
    [
      'a concern',
      () => ({ subject: concernId }),
      (entry: AuditEntry) => entry.subjects.includes(concernId),
    ],
    [
      'an alert',
      () => ({ subject: alertId }),
      (entry: AuditEntry) => entry.subjects.includes(alertId),
    ],
    [
      'a child',
      () => ({ subject: `${westmarchCode}.C1` }),
      (entry: AuditEntry) => entry.subjects.includes(`${westmarchCode}.C1`),
    ],
    [
      'a caller',
      () => ({ actor: westmarch.clientId }),
      (entry: AuditEntry) => entry.actor === westmarch.clientId,
    ],
    [
      'an authority',
      () => ({ authority: westmarchCode }),
      (entry: AuditEntry) => entry.authority === westmarchCode,
    ],
    [
      'an action',
      () => ({ action: 'ALERT_READ' }),
      (entry: AuditEntry) => entry.action === 'ALERT_READ',
    ],
    [
      'an action on an alert',
      () => ({ subject: alertId, action: 'ALERT_READ' }),
      (entry: AuditEntry) => entry.action === 'ALERT_READ',
    ],
    [
      'a caller of an authority on an alert',
      () => ({ subject: alertId, actor: westmarch.clientId, authority: westmarchCode }),
      (entry: AuditEntry) => entry.subjects.includes(alertId) && entry.actor === westmarch.clientId,
    ],
    ['nobody', () => ({ actor: 'nobody-by-this-name' }), () => false],
    [
      'a subject of strange letters',
      () => ({ subject: '中'.repeat(120), actor: '文'.repeat(100) }),
      () => false,
    ],
  ] as const)('of %s holds what happened and nothing else', async (...[, query, holds]) => {
    expect(ids(await all({ ...query(), limit: '3' })).toSorted()).toEqual(where(holds).toSorted())
  })

  it.each([
    ['2026-11-24T12:00:00Z', '2026-11-26T12:00:00Z', ['2026-11-24', '2026-11-25']],
    [
      '2026-11-24T12:00:00.500Z',
      '2026-11-26T12:00:00.500Z',
      ['2026-11-24', '2026-11-25', '2026-11-26'],
    ],
    ['2026-11-24T12:00:00.501Z', '2026-11-26T12:00:00.499Z', ['2026-11-25']],
    ['2026-11-24T12:00:01Z', '2026-11-26T12:00:01Z', ['2026-11-25', '2026-11-26']],
    ['2026-11-24T12:00:00.5Z', '2026-11-24T12:00:00.5Z', ['2026-11-24']],
    ['2026-11-24T12:00:00.500000Z', '2026-11-24T12:00:00.500000Z', ['2026-11-24']],
    ['2026-11-30T00:00:00Z', '2026-12-30T00:00:00Z', []],
  ])('from %s to %s is that time, to the millisecond', async (from, to, days) => {
    const expected = days.toReversed()
    for (const query of [{ action: 'ALERT_READ' }, { subject: alertId, action: 'ALERT_READ' }]) {
      const found = await all({ ...query, from, to })
      expect(found.map(({ at }) => at.slice(0, 10))).toEqual(expected)
    }
  })

  it('holds the question itself, once it has been asked', async () => {
    await page({ subject: concernId })
    const asked = (await auditEntries(hub)).findLast(({ action }) => action === 'AUDIT_QUERIED')
    expect(asked).toMatchObject({ actor: auditor.clientId, codes: { by: 'subject' } })
  })

  it('does not move under a reader while entries are added', async () => {
    const first = await page({ limit: '5' })
    for (let at = 0; at < 5; at += 1) await callsOf(hub).readAlert(alertId)
    const next = Object.fromEntries(new URL(first.links.next ?? '', hub.issuer).searchParams)
    const second = await page(next)
    const repeated = ids(second.items).filter((id) => ids(first.items).includes(id))
    expect(repeated).toEqual([])
    expect((second.items[0]?.at ?? '') <= (first.items.at(-1)?.at ?? '')).toBe(true)
  })
})
