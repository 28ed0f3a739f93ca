import { beforeEach, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { holdRow } from '../../../shared/aws/dynamodb/legal-holds.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { anOldLog } from '../../builders/an-old-log.ts'
import { auditEntries } from '../../builders/hub-calls.ts'

const child = `${westmarch}.C1`
const token = ['TOKEN_ISSUED', 'a-client'] as const
const read = ['CHILD_READ', child, 'another'] as const
const client = ['CLIENT_REGISTERED', 'a-client'] as const

type OldLog = Awaited<ReturnType<typeof anOldLog>>

const told = async ({ hub }: OldLog): Promise<readonly AuditEntry[]> =>
  (await auditEntries(hub)).filter(({ action }) => action === 'ENTRIES_EXPIRED')

const rowsOf = async (log: OldLog, action: string): Promise<readonly KeyedRow[]> =>
  (await log.rows()).filter(({ entry }) => (entry as AuditEntry).action === action)

let log: OldLog
beforeEach(async () => {
  log = await anOldLog()
  await log.record([token])
  await log.record([read])
  await log.record([client])
  await log.record([token])
})

describe('an entry whose time is over', () => {
  it('goes with all its rows and its salt, once the log has said so, and nothing else goes', async () => {
    const before = (await log.standing()).slice(0, 4)
    await log.runs(3)
    expect((await log.standing()).slice(0, 4)).toEqual(before)
    expect(await told(log)).toEqual([])
    log.years(10)
    await log.runs(1)
    expect((await log.standing()).slice(0, 4)).toEqual(before)
    await log.runs(1)
    const stays = before.filter((action) => action !== 'TOKEN_ISSUED')
    expect((await log.standing()).slice(0, stays.length)).toEqual(stays)
    expect(await rowsOf(log, 'TOKEN_ISSUED')).toEqual([])
    expect(await told(log)).toMatchObject([
      {
        actor: 'expire-entries',
        subjects: ['audit-log', 'expired-leaves:0'],
        codes: { keeping: 'HUB', years: '10', from: '0', count: '2', held: '0' },
      },
    ])
    expect(await log.auditor()).toEqual([])
    expect(await log.walk()).toEqual([])
  })

  it('goes after 75 years where it was about a child, and what others are judged by stays', async () => {
    log.years(76)
    await log.runs(2)
    expect(await rowsOf(log, 'CHILD_READ')).toEqual([])
    expect(await rowsOf(log, 'CLIENT_REGISTERED')).toHaveLength(1)
    const kept = (await told(log)).map(({ codes }) => codes?.['keeping'])
    expect(kept.toSorted()).toEqual(['CHILD', 'HUB'])
    expect(await log.auditor()).toEqual([])
  })

  it('goes without ringing, row by row', async () => {
    log.years(10)
    await log.runs(1)
    for (const row of await rowsOf(log, 'TOKEN_ISSUED')) expect(await log.ringsFor(row)).toBe(false)
  })

  it('goes on the next day where it was over after the run, and nobody is told twice', async () => {
    log.years(10)
    await log.runs(30)
    await log.record([token])
    log.years(10)
    await log.runs(3)
    expect(await rowsOf(log, 'TOKEN_ISSUED')).toEqual([])
    const spans = (await told(log)).map(({ codes }) => [codes?.['count'], codes?.['from']])
    expect(spans.map(([count]) => count)).toEqual(['2', '1'])
    expect(Number(spans[1]?.[1])).toBeGreaterThan(3)
    expect(await log.auditor()).toEqual([])
  })

  it('costs no more reads for what is kept longer before it', async () => {
    log.years(10)
    await log.runs(26)
    const [cursor] = await log.hub
      .rows('casework')
      .then((rows) => rows.filter(({ pk }) => pk === 'EXPIRED_THROUGH'))
    expect(cursor).toMatchObject({ cursors: { HUB: { next: 4 }, CHILD: { next: 0 } } })
  })

  it('stays where the clock of the function alone has run on', async () => {
    log.years(10)
    await log.hub.expireEntries()
    await log.hub.seal()
    await log.hub.expireEntries()
    expect((await log.standing()).filter((action) => action === 'TOKEN_ISSUED')).toHaveLength(2)
  })
})

describe('an entry under a hold', () => {
  const hold = (over: object, lifted: object = {}) =>
    log.hub.store.transact([
      put(
        log.hub.tables.directory,
        holdRow({
          holdId: '01a207d9-2100-7000-8000-000000000001',
          version: 1,
          reason: 'COURT',
          askedBy: 'a-court',
          placedBy: 'op-1',
          placedOn: '2026-11-23',
          ...over,
          ...lifted,
        }),
      ),
    ])
  const aDay = { from: '2026-11-23', to: '2026-11-23' }

  it('stays, and goes once the hold is lifted', async () => {
    await hold(aDay)
    log.years(10)
    await log.runs(3)
    expect(await rowsOf(log, 'TOKEN_ISSUED')).toHaveLength(2)
    expect(await told(log)).toEqual([])
    await hold(aDay, { liftedBy: 'op-2', liftedOn: '2036-11-23' })
    await log.runs(2)
    expect(await rowsOf(log, 'TOKEN_ISSUED')).toEqual([])
    expect(await log.auditor()).toEqual([])
  })

  it('stays where the hold was placed after the log had said that it goes, and rings if it goes', async () => {
    log.years(10)
    await log.runs(1)
    await hold({ record: 'a-client' })
    await log.runs(2)
    const rows = await rowsOf(log, 'TOKEN_ISSUED')
    expect(rows).toHaveLength(2)
    expect(await log.auditor()).toEqual([])
    for (const row of rows) expect(await log.ringsFor(row)).toBe(true)
  })
})
