import { beforeEach, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { anOldLog, hoursOfWeek } from '../../builders/an-old-log.ts'

/** Whoever runs the tables wants an entry gone. What shows it: the auditor's copy, the hub's own walk, the stream's watch. */
const child = `${westmarch}.C1`
const hold = '01a207d9-2100-7000-8000-000000000001'

type OldLog = Awaited<ReturnType<typeof anOldLog>>

let log: OldLog
beforeEach(async () => {
  log = await anOldLog()
  await log.record([['CHILD_READ', child, 'another']])
  await log.record([['TOKEN_ISSUED', 'a-client']])
  await log.record([['ALERT_READ', child]])
})

const rowsOf = async (action: string): Promise<readonly KeyedRow[]> =>
  (await log.rows()).filter(({ entry }) => (entry as AuditEntry).action === action)

const saying = (keeping: 'CHILD' | 'HUB', actor = 'expire-entries') =>
  log.record([['ENTRIES_EXPIRED', 'audit-log', 'expired-leaves:0']], actor, {
    keeping,
    from: '0',
    to: '3',
    count: '1',
    held: '0',
  })

/** What finds that an entry is gone, after somebody has done something about it. */
const seen = async (rows: readonly KeyedRow[]) => {
  await log.erase(rows)
  return {
    rings: await Promise.all(rows.map(log.ringsFor)),
    auditor: [...new Set(await log.auditor())],
    walk: [...new Set(await log.walk())],
  }
}

const missing = { rings: [true, true], auditor: ['COPY_MISSING 0'], walk: ['COPY_MISSING'] }
const early = { rings: [true, true], auditor: ['DELETED_EARLY 0'], walk: ['DELETED_EARLY'] }

describe('an entry that somebody deletes', () => {
  it('is missing where the log says nothing of it', async () => {
    expect(await seen(await rowsOf('CHILD_READ'))).toEqual(missing)
  })

  it('is missing where its time is over and the log says nothing of it', async () => {
    log.years(76)
    await log.record([['AGREEMENT_RECORDED', 'an-agency']])
    expect(await seen(await rowsOf('CHILD_READ'))).toEqual(missing)
  })

  it('went early where a forged entry says that its time was over', async () => {
    await saying('CHILD')
    expect(await seen(await rowsOf('CHILD_READ'))).toEqual(early)
  })

  it('is missing where the forged entry speaks of what is kept for less', async () => {
    log.years(11)
    await saying('HUB')
    expect(await seen(await rowsOf('CHILD_READ'))).toEqual(missing)
  })

  it('is missing where it is another than the function that says so', async () => {
    log.years(76)
    await saying('CHILD', 'somebody')
    expect(await seen(await rowsOf('CHILD_READ'))).toEqual(missing)
  })

  it('went early where the forged entry says that it is of another century', async () => {
    const rows = await rowsOf('CHILD_READ')
    log.years(76)
    await saying('CHILD')
    log.hub.advance(-76 * 366 * 24 * 60 * 60 * 1000)
    expect(await seen(rows)).toEqual(early)
  })

  it('went early where the log says that a hold kept it', async () => {
    const codes = { hold, record: child, reason: 'INQUIRY' }
    await log.record([['HOLD_PLACED', 'legal-hold', hold, child]], 'operator', codes)
    log.years(76)
    await saying('CHILD')
    const { auditor, walk } = await seen(await rowsOf('CHILD_READ'))
    expect({ auditor, walk }).toEqual({ auditor: early.auditor, walk: early.walk })
  })

  it('is missing where the entry that says so stands among the rows and was never sealed', async () => {
    log.years(76)
    await saying('CHILD')
    const [said] = await rowsOf('ENTRIES_EXPIRED')
    const entry = { ...(said?.['entry'] as AuditEntry), entryId: hold }
    await log.erase(await rowsOf('ENTRIES_EXPIRED'))
    const sk = `${entry.at}#${hold}`
    await log.write({ ...said, pk: 'SUBJECT#expired-leaves:0', sk, entry } as KeyedRow)
    const rows = await rowsOf('CHILD_READ')
    await log.erase(rows)
    expect(await Promise.all(rows.map(log.ringsFor))).toEqual([true, true])
    expect(await log.walk(hoursOfWeek)).toEqual(
      expect.arrayContaining(['COPY_MISSING', 'ROW_NOT_IN_LOG']),
    )
    expect(await log.auditor()).toEqual(expect.arrayContaining(['ROW_NOT_IN_LOG ']))
  })

  it('is missing where one of its copies went, though its time is over and the log says that it goes', async () => {
    log.years(76)
    await saying('CHILD')
    const copies = (await rowsOf('CHILD_READ')).filter((row) => row['salt'] === undefined)
    const { auditor, walk } = await seen(copies)
    expect({ auditor, walk }).toEqual({ auditor: missing.auditor, walk: missing.walk })
  })

  it('is believed by nobody who has no clock of their own', async () => {
    log.years(76)
    await saying('CHILD')
    await log.erase(await rowsOf('CHILD_READ'))
    expect(await log.auditor()).toEqual([])
    expect(await log.auditor(new Date(Number.NaN))).toEqual(['DELETED_EARLY 0'])
  })
})

describe('a row that was made to look older', () => {
  it('is not deleted at the end that it pretends to have', async () => {
    log.years(11)
    const [row] = (await rowsOf('CHILD_READ')).filter((one) => one['salt'] !== undefined)
    const entry = { ...(row?.['entry'] as AuditEntry), action: 'TOKEN_ISSUED' }
    await log.write({ ...row, entry } as KeyedRow)
    await log.runs(3)
    expect(
      (await log.rows()).filter(({ pk, leafIndex }) => pk === row?.pk && leafIndex === 0),
    ).toHaveLength(1)
    expect(await log.auditor()).toContain('COPY_CHANGED 0')
  })
})
