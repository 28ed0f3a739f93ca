import { beforeAll, describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { readersIn } from '../../../shared/alerts/readers.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { entryIdSchema } from '../../../shared/kernel/ids.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { northmoor, reviewLead, westmarch } from '../../builders/clients.ts'
import { auditEntries, callsOf, deskOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const anEntry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  entryId: entryIdSchema.parse(anId(1)),
  at: '2026-11-23T10:00:00.000Z',
  action: 'ALERT_READ',
  outcome: 'DONE',
  actor: 'westmarch-case-system',
  agency: 'westmarch',
  authority: westmarchCode,
  practitioner: 'sw-1',
  subjects: [anId(2)],
  ...change,
})
const own = { agency: 'westmarch', authority: westmarchCode }

describe('who has looked, by entries', () => {
  it('is each person once, with how often each way, whoever looked last first', () => {
    const later = '2026-11-24T10:00:00.000Z'
    expect(
      readersIn(
        [
          anEntry(),
          anEntry({ at: later, action: 'EXPLANATION_READ' }),
          anEntry({
            practitioner: 'sw-2',
            action: 'ALERT_INITIALS_READ',
            at: '2026-11-23T11:00:00.000Z',
          }),
          anEntry({ practitioner: 'sw-3', codes: { unattended: 'true' } }),
        ],
        own,
      ),
    ).toMatchObject([
      { practitioner: 'sw-1', opened: 1, explained: 1, listed: 0, fetched: 0, lastAt: later },
      { practitioner: 'sw-2', opened: 0, listed: 1 },
      { practitioner: 'sw-3', opened: 0, fetched: 1 },
    ])
  })

  it('says of another organisation which it is, and of nobody there who', () => {
    const theirs = { authority: northmoorCode, agency: 'northmoor', actor: 'northmoor-system' }
    const readers = readersIn(
      [anEntry({ ...theirs, practitioner: 'n-1' }), anEntry({ ...theirs, practitioner: 'n-2' })],
      own,
    )
    expect(readers).toEqual([
      {
        authority: northmoorCode,
        isOwn: false,
        opened: 2,
        explained: 0,
        listed: 0,
        fetched: 0,
        firstAt: anEntry().at,
        lastAt: anEntry().at,
      },
    ])
    expect(JSON.stringify(readers)).not.toContain('n-1')
  })

  it.each([
    { action: 'ALERT_RAISED' },
    { action: 'ALERT_READERS_READ' },
    { outcome: 'REFUSED' },
    { agency: undefined, authority: undefined, actor: 'deliver-alerts' },
  ] as const)('counts no other act: %o', (change) => {
    expect(readersIn([anEntry(change)], own)).toEqual([])
  })

  it('is of the partnership by its name', () => {
    const lead = { agency: 'partnership', authority: undefined, practitioner: 'p-1' }
    expect(readersIn([anEntry(lead)], { agency: 'partnership' })).toMatchObject([
      { practitioner: 'p-1', isOwn: true },
    ])
  })
})

describe('GET /alerts/{id}/readers', () => {
  let hub: TestHub
  let calls: ReturnType<typeof callsOf>
  let id: string
  const ask = async (caller = westmarch, headers: Record<string, string> = deskOf(caller)) =>
    hub.call(
      'audit',
      anApiEvent('readAlertReaders', { id, token: await hub.tokenFor(caller), headers }),
    )

  beforeAll(async () => {
    hub = await startInMemoryHub()
    calls = callsOf(hub)
    await calls.submit('a-key-of-some-length')
    await hub.settle()
    id = (await calls.listAlerts())[0]?.alertId ?? ''
    await calls.readAlert(id)
    await calls.readAlert(id, reviewLead)
    await calls.explainAlert(id)
  })

  it('tells who of one’s own has looked and when, and is on record itself', async () => {
    const { status, body } = await ask()
    expect(status).toBe(200)
    expect(body).toMatchObject({ isCut: false })
    const { items } = body as { items: readonly { practitioner: string; opened: number }[] }
    expect(items).toHaveLength(2)
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          practitioner: `w-${westmarch.clientId}`,
          opened: 1,
          explained: 1,
        }),
        expect.objectContaining({ practitioner: `w-${reviewLead.clientId}`, opened: 1 }),
      ]),
    )
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_READERS_READ')
    expect(said).toMatchObject([{ subjects: [id], codes: { readers: '2' } }])
  })

  it('is not there for another authority, nor for whoever is not named', async () => {
    expect((await ask(northmoor)).status).toBe(404)
    expect((await ask(westmarch, {})).status).toBe(400)
  })

  it('stays the same once the entries are sealed', async () => {
    const before = await ask()
    await hub.seal()
    const { items } = (await ask()).body as { items: readonly object[] }
    expect(items).toEqual((before.body as { items: readonly object[] }).items)
  })
})
