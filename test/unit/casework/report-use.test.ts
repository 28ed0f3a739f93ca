import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import type { Finding } from '../../../shared/audit/watching/watch-report.ts'
import { aConcern } from '../../builders/a-concern.ts'
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

const aTick = { day: monday, finding: 1, how: 'EXPLAINED' } as const

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
    { body = {}, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ) =>
    hub.call(
      'review',
      anApiEvent('tickFinding', {
        token: await hub.tokenFor(caller),
        body: Array.isArray(body) ? body : { ...aTick, ...(body as object) },
        headers: { ...deskOf(caller), 'If-Match': '"1"', ...headers },
      }),
    )
  const findings = async (caller: Caller): Promise<readonly Finding[]> =>
    ((await read(caller)).body as { findings: readonly Finding[] }).findings
  return { read, tick, findings }
}

/** Whoever sits at a system asks for so many children, of whom the authority has the first. */
const guess = async (
  hub: TestHub,
  caller: Caller,
  { asked = 10, own = 0 }: { readonly asked?: number; readonly own?: number } = {},
): Promise<void> => {
  for (let number = 1; number <= asked; number += 1) {
    hub.advance(60)
    await hub.call(
      'chronology',
      anApiEvent('readChronology', {
        id: number <= own ? `${westmarchCode}.C${number}` : `${northmoorCode}.C${number}`,
        token: await hub.tokenFor(caller),
        headers: { ...inCase, 'Hub-Practitioner': 'SW-7' },
      }),
    )
  }
}

/** What was done on Monday at ten is sealed, or not; then it is Tuesday at seven. */
const untilSeven = async (hub: TestHub, isSealed = true): Promise<void> => {
  if (isSealed) await hub.seal()
  hub.advance(day - 3 * 60 * 60 * 1000)
  await hub.reportUse()
}

/** Ten refused tries of one person at the authority's case system. */
const aTuesday = async () => {
  const hub = await startInMemoryHub()
  await guess(hub, westmarch)
  await untilSeven(hub)
  return hub
}

const told = (hub: TestHub) =>
  hub.published
    .map(({ queue, message }) => ({ queue, event: JSON.parse(message) as { type: string } }))
    .filter(({ event }) => event.type.includes('.use.'))

describe('the report of a day', () => {
  it('finds who guesses a hundred children in six seconds, and tells the lead at eight, once', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    for (let number = 1; number <= 8; number += 1) await calls.putChild(`C${number}`)
    await guess(hub, westmarch, { asked: 100, own: 8 })
    await untilSeven(hub)
    await hub.sweep()
    expect(told(hub)).toEqual([])
    hub.advance(60 * 60 * 1000)
    await hub.sweep()
    await hub.reportUse()
    await hub.sweep()
    const [one, ...more] = told(hub)
    expect(one).toMatchObject({
      queue: `escalations-${westmarchCode}`,
      event: {
        subject: monday,
        data: { total: 3, listed: [{ rule: 'BURST', findings: 1 }, {}, {}] },
      },
    })
    expect(more).toEqual([])
    expect(await deskCalls(hub).findings(reviewLead)).toMatchObject([
      { rule: 'BURST', practitioner: 'sw-7', clients: [westmarch.clientId] },
      { rule: 'REPEATED_MISSES', count: 92, about: [] },
      { rule: 'WITHOUT_ALERT', count: 8 },
    ])
  })

  it('is of what waits to be sealed, too, and counts nothing twice', async () => {
    const hub = await startInMemoryHub()
    await guess(hub, westmarch)
    await hub.seal()
    await guess(hub, westmarch)
    await untilSeven(hub, false)
    // Of the same ten children: so it is no burst.
    expect(await deskCalls(hub).findings(reviewLead)).toMatchObject([
      { rule: 'REPEATED_MISSES', count: 20 },
    ])
  })

  it('is told without anybody’s id, and nobody else learns of it', async () => {
    const hub = await aTuesday()
    hub.advance(60 * 60 * 1000)
    await hub.sweep()
    expect(JSON.stringify(told(hub)).toLowerCase()).not.toMatch(/sw-7|\.c1|case-system/)
    const { findings } = deskCalls(hub)
    for (const other of [northmoorLead, drugServiceLead, partnershipLead])
      expect(await findings(other)).toEqual([])
  })

  it.each([
    [0, ['WITHOUT_ALERT 8']],
    [1, []],
  ])('takes what an alert explains for work: of %i concern, %j', async (concerns, expected) => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    for (let number = 1; number <= 8; number += 1) await calls.putChild(`C${number}`)
    if (concerns > 0) await calls.submit('a-concern-of-theirs-0001')
    await hub.settle()
    for (let number = 1; number <= 8; number += 1)
      await calls.chronology(`${westmarchCode}.C${number}`)
    await untilSeven(hub)
    const found = await deskCalls(hub).findings(reviewLead)
    expect(found.map(({ rule, count }) => `${rule} ${count}`)).toEqual(expected)
  })

  it('finds alerts that were opened, until somebody has done something about them', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.putChild('C1')
    for (let number = 1; number <= 4; number += 1) {
      hub.advance(60 * 60 * 1000)
      await calls.submit(`a-concern-of-theirs-000${number}`, aConcern({ harm: 'H3' }), {
        ...drugService,
        agency: number % 2 === 0 ? 'other' : 'turning-tide',
      })
    }
    await hub.settle()
    const alerts = await calls.listAlerts()
    for (const { alertId } of alerts) await calls.readAlert(alertId)
    const [first] = alerts
    await calls.answer('acknowledgeAlert', {
      id: first?.alertId ?? '',
      version: first?.version ?? 1,
    })
    await untilSeven(hub)
    const found = await deskCalls(hub).findings(reviewLead)
    const opened = found.find(({ rule }) => rule === 'NOBODY_ACTED')
    expect(alerts.length).toBeGreaterThan(3)
    expect(opened?.count).toBe(alerts.length - 1)
    expect(opened?.about).not.toContain(first?.alertId)
  })

  it('is not made before seven, and made up for day after day where the hub stood still', async () => {
    const hub = await aTuesday()
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
    const hub = await aTuesday()
    for (let passed = 0; passed < 7; passed += 1) {
      hub.advance(day)
      await hub.reportUse()
    }
    const { body } = await deskCalls(hub).read(partnershipLead, { day: '2026-11-30' })
    expect(body).toMatchObject({
      findings: [{ rule: 'LEFT_UNTICKED', count: 1, about: [westmarchCode], clients: [] }],
    })
  })
})

describe('a finding', () => {
  it('is ticked by a lead, once, and says who did', async () => {
    const hub = await aTuesday()
    const { tick, read } = deskCalls(hub)
    const ticked = await tick(reviewLead)
    expect([ticked.status, ticked.headers['ETag']]).toEqual([200, '"2"'])
    expect(ticked.body).toMatchObject({
      findings: [{ tick: { how: 'EXPLAINED', practitioner: 'w-westmarch-lead' } }],
    })
    const again = await tick(reviewLead, { headers: { 'If-Match': '"2"' } })
    const stale = await tick(reviewLead, { body: { finding: 1, how: 'TAKEN_UP' } })
    const none = await tick(reviewLead, { body: { finding: 2, how: 'TAKEN_UP' } })
    expect([again.status, stale.status, none.status]).toEqual([409, 412, 404])
    expect((await read(reviewLead)).headers['ETag']).toBe('"2"')
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'FINDING_TICKED')
    expect(said).toMatchObject([
      {
        actor: reviewLead.clientId,
        subjects: [`${westmarchCode}.${monday}`],
        codes: { rule: 'REPEATED_MISSES', how: 'EXPLAINED', number: '1', about: 'sw-7' },
      },
    ])
  })

  it('is read by an entry of the log, whoever reads it', async () => {
    const hub = await aTuesday()
    await deskCalls(hub).read(reviewLead)
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'WATCH_REPORT_READ')
    expect(said).toMatchObject([{ practitioner: 'w-westmarch-lead', codes: { count: '1' } }])
  })

  it('is never ticked by whom it is about, by no other system and under no other id of the same', async () => {
    const hub = await startInMemoryHub()
    const lead: Caller = { ...reviewLead, scopes: [...reviewLead.scopes, 'chronology.read'] }
    await guess(hub, lead)
    await untilSeven(hub)
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
    const hub = await aTuesday()
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
    { body: { day: '../2026-11-23' } },
    { body: { day: `${westmarchCode}.2026-11-23` } },
    { body: { day: '2026-11-23#' } },
    { body: { day: undefined } },
    { body: { finding: undefined } },
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
