import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { Finding } from '../../../shared/audit/watching/watch-report.ts'
import { aChild } from '../../builders/a-child.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import {
  auditor,
  drugService,
  drugServiceLead,
  northmoor,
  partnershipLead,
  reviewLead,
  westmarch,
} from '../../builders/clients.ts'
import { auditEntries, callsOf, deskOf, inCase } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

type Caller = typeof westmarch
const day = 24 * 60 * 60 * 1000
const monday = '2026-11-23'

const northmoorLead: Caller = {
  ...northmoor,
  clientId: 'northmoor-lead',
  scopes: ['alerts.read', 'alerts.lead'],
}

const deskCalls = (hub: TestHub) => {
  const read = async (caller: Caller, query: Record<string, string> = { day: monday }) =>
    hub.call(
      'review',
      anApiEvent('readWatchReport', {
        token: await hub.tokenFor(caller),
        query,
        headers: deskOf(caller),
      }),
    )
  const tick = async (
    caller: Caller,
    {
      id = monday,
      body = { finding: 1, how: 'EXPLAINED' },
      headers = {},
    }: { id?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) =>
    hub.call(
      'review',
      anApiEvent('tickFinding', {
        id,
        token: await hub.tokenFor(caller),
        body,
        headers: { ...deskOf(caller), 'If-Match': '"1"', ...headers },
      }),
    )
  const findings = async (caller: Caller): Promise<readonly Finding[]> =>
    ((await read(caller)).body as { findings: readonly Finding[] }).findings
  return { read, tick, findings }
}

/** Who sits at the case system asks for a hundred children within six seconds, of whom the authority has thirty-four. */
const guess = async (hub: TestHub, caller: Caller): Promise<void> => {
  for (let number = 1; number <= 100; number += 1) {
    hub.advance(60)
    await hub.call(
      'chronology',
      anApiEvent('readChronology', {
        id: number <= 34 ? `${westmarchCode}.C${number}` : `E08000992.C${number}`,
        token: await hub.tokenFor(caller),
        headers: { ...inCase, 'Hub-Practitioner': 'SW-7' },
      }),
    )
  }
}

/** Monday at ten: it is done; sealed or not. Then it is Tuesday morning. */
const aTuesday = async (isSealed: boolean) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  for (let number = 1; number <= 34; number += 1) await calls.putChild(`C${number}`, aChild())
  await guess(hub, westmarch)
  if (isSealed) await hub.seal()
  hub.advance(day - 3 * 60 * 60 * 1000)
  await hub.reportUse()
  return hub
}

const told = (hub: TestHub) =>
  hub.published
    .map(({ queue, message }) => ({ queue, event: JSON.parse(message) as { type: string } }))
    .filter(({ event }) => event.type.includes('.use.'))

describe('the report of a day', () => {
  it.each([true, false])(
    'finds who guesses a hundred children, tells the lead at eight, once (sealed: %s)',
    async (isSealed) => {
      const hub = await aTuesday(isSealed)
      await hub.sweep()
      expect(told(hub)).toEqual([])
      hub.advance(60 * 60 * 1000)
      await hub.sweep()
      await hub.reportUse()
      await hub.sweep()
      expect(told(hub)).toMatchObject([
        {
          queue: `escalations-${westmarchCode}`,
          event: {
            type: 'uk.safeguarding-hub.use.reported.v1',
            subject: monday,
            data: { total: 3, listed: [{ rule: 'BURST', findings: 1 }, {}, {}] },
          },
        },
      ])
      const { findings } = deskCalls(hub)
      expect(await findings(reviewLead)).toMatchObject([
        { rule: 'BURST', practitioner: 'sw-7', clients: [westmarch.clientId] },
        { rule: 'REPEATED_MISSES', count: 66, about: [] },
        { rule: 'WITHOUT_ALERT', count: 34 },
      ])
    },
  )

  it('is told without anybody’s id, and nobody else learns of it', async () => {
    const hub = await aTuesday(true)
    hub.advance(60 * 60 * 1000)
    await hub.sweep()
    expect(JSON.stringify(told(hub)).toLowerCase()).not.toMatch(/sw-7|\.c1|case-system/)
    const { findings } = deskCalls(hub)
    for (const other of [northmoorLead, drugServiceLead, partnershipLead])
      expect(await findings(other)).toEqual([])
  })

  it('explains what an alert explains', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    for (let number = 1; number <= 8; number += 1) {
      const person = aChild()
      await calls.putChild(`C${number}`, person)
    }
    await calls.submit('a-concern-of-theirs-0001')
    await hub.settle()
    const [alert] = await calls.listAlerts()
    const reply = await calls.readAlert(alert?.alertId ?? '')
    await calls.answer('acknowledgeAlert', { id: alert?.alertId ?? '', version: 1 })
    expect(reply.status).toBe(200)
    for (let number = 1; number <= 8; number += 1)
      await calls.chronology(`${westmarchCode}.C${number}`)
    await hub.seal()
    hub.advance(day)
    await hub.reportUse()
    const seen = await deskCalls(hub).read(reviewLead)
    expect(seen.body).toEqual({ day: monday, state: 'MADE', findings: [], total: 0 })
  })

  it('is not made before seven, and made up for day after day where the hub stood still', async () => {
    const hub = await aTuesday(true)
    const { read } = deskCalls(hub)
    const stateOf = async (asked: string) =>
      ((await read(reviewLead, { day: asked })).body as { state: string }).state
    expect(await stateOf('2026-11-24')).toBe('NOT_MADE')
    hub.advance(2 * day)
    await hub.reportUse()
    expect([await stateOf('2026-11-24'), await stateOf('2026-11-25')]).toEqual(['MADE', 'NOT_MADE'])
    await hub.reportUse()
    await hub.reportUse()
    expect([await stateOf('2026-11-25'), await stateOf('2026-11-26')]).toEqual(['MADE', 'NOT_MADE'])
  })

  it('tells the partnership lead of what nobody has looked at for a week', async () => {
    const hub = await aTuesday(true)
    for (let passed = 0; passed < 7; passed += 1) {
      hub.advance(day)
      await hub.reportUse()
    }
    const { body } = await deskCalls(hub).read(partnershipLead, { day: '2026-11-30' })
    expect(body).toMatchObject({
      findings: [{ rule: 'LEFT_UNTICKED', count: 3, about: [westmarchCode], clients: [] }],
    })
  })
})

describe('a finding', () => {
  it('is ticked by a lead, once, and says who did', async () => {
    const hub = await aTuesday(true)
    const { tick, read } = deskCalls(hub)
    const ticked = await tick(reviewLead)
    expect([ticked.status, ticked.headers['ETag']]).toEqual([200, '"2"'])
    expect(ticked.body).toMatchObject({
      findings: [{ tick: { how: 'EXPLAINED', practitioner: 'w-westmarch-lead' } }, {}, {}],
    })
    const again = await tick(reviewLead, { headers: { 'If-Match': '"2"' } })
    const stale = await tick(reviewLead, { body: { finding: 2, how: 'TAKEN_UP' } })
    expect([again.status, stale.status]).toEqual([409, 412])
    expect((await read(reviewLead)).headers['ETag']).toBe('"2"')
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'FINDING_TICKED')
    expect(said).toMatchObject([
      {
        actor: reviewLead.clientId,
        subjects: [`${westmarchCode}.${monday}`],
        codes: { rule: 'BURST', how: 'EXPLAINED', number: '1', about: 'sw-7' },
      },
    ])
  })

  it('is read by an entry of the log, whoever reads it', async () => {
    const hub = await aTuesday(true)
    await deskCalls(hub).read(reviewLead)
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'WATCH_REPORT_READ')
    expect(said).toMatchObject([{ practitioner: 'w-westmarch-lead', codes: { count: '3' } }])
  })

  it('is never ticked by whom it is about, by no other system and under no other id of the same', async () => {
    const hub = await startInMemoryHub()
    const lead: Caller = { ...reviewLead, scopes: [...reviewLead.scopes, 'chronology.read'] }
    await guess(hub, lead)
    await hub.seal()
    hub.advance(day)
    await hub.reportUse()
    const { tick } = deskCalls(hub)
    const own = { 'Hub-Practitioner': 'SW-7' }
    const second: Caller = { ...reviewLead, clientId: 'westmarch-second-lead' }
    expect((await tick(lead, { headers: own })).status).toBe(403)
    expect((await tick(lead, { headers: { 'Hub-Practitioner': 'SW-8' } })).status).toBe(403)
    expect((await tick(second, { headers: own })).status).toBe(403)
    expect((await tick(second)).status).toBe(200)
    const refused = (await auditEntries(hub)).filter(
      ({ codes }) => codes?.['action'] === 'watch.tick',
    )
    expect(refused).toHaveLength(3)
  })

  it('of another organisation is as if it did not exist', async () => {
    const hub = await aTuesday(true)
    const { tick } = deskCalls(hub)
    for (const other of [northmoorLead, drugServiceLead, partnershipLead])
      expect((await tick(other)).status).toBe(404)
  })
})

describe('the routes of reports', () => {
  it('are for leads alone', async () => {
    const hub = await startInMemoryHub()
    const { read, tick } = deskCalls(hub)
    for (const other of [westmarch, drugService, auditor])
      expect([(await read(other)).status, (await tick(other)).status]).toEqual([403, 403])
  })

  it.each([
    {},
    { day: '' },
    { day: 'yesterday' },
    { day: '2026-02-30' },
    { day: `${monday}#` },
    { day: monday, owner: westmarchCode },
  ])('refuse the query %j', async (query: Record<string, string>) => {
    const hub = await startInMemoryHub()
    expect((await deskCalls(hub).read(reviewLead, query)).status).toBe(400)
  })

  it.each([
    { id: '../2026-11-23' },
    { id: 'E06000991.2026-11-23' },
    { id: '2026-11-23#' },
    { body: {} },
    { body: { finding: 0, how: 'EXPLAINED' } },
    { body: { finding: 1.5, how: 'EXPLAINED' } },
    { body: { finding: '1', how: 'EXPLAINED' } },
    { body: { finding: 1e9, how: 'EXPLAINED' } },
    { body: { finding: 1, how: 'IGNORED' } },
    { body: { finding: 1, how: 'EXPLAINED', why: 'His neighbour.' } },
    { body: [] },
    { headers: { 'Hub-Practitioner': '' } },
    { headers: { 'If-Match': '*' } },
  ])('refuse the tick %j', async (sent) => {
    const hub = await startInMemoryHub()
    expect((await deskCalls(hub).tick(reviewLead, sent)).status).toBe(400)
  })
})
