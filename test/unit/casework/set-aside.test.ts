import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/seal-audit/handler.ts'
import { verifyLog } from '../../../shared/audit/verify-log.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import { sayAsideIn } from '../../../shared/aws/dynamodb/say-aside.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { anEntry, inMemoryAuditLog } from './in-memory-audit-log.ts'

const waitingRow = (number: number) => {
  const { pk, sk, entry } = anEntry(number)
  return { pk, sk, entry }
}
type Log = ReturnType<typeof inMemoryAuditLog>
const putWaiting = (log: Log, row: KeyedRow) => log.store.transact([put('auditEntries', row)])
const waiting = (log: Log) => log.store.rows('auditEntries')
const asides = (log: Log) =>
  log.rows().filter(({ pk }) => String(pk).startsWith('SUBJECT#set-aside:'))
const found = (log: Log) => verifyLog(log.copy(), log.held).map(({ what }) => what)

const good = waitingRow(100)
const { entry } = good
/** Rows that no release wrote: each is what somebody with the tables in hand can make of an entry. */
const damaged: Readonly<Record<string, KeyedRow>> = {
  'without an entry': { pk: good.pk, sk: good.sk },
  'with an entry of another shape': { ...good, entry: { ...entry, subjects: 'everybody' } },
  'about nobody': { ...good, entry: { ...entry, subjects: [] } },
  'with bytes in its entry': { ...good, entry: { ...entry, code: new Uint8Array([1, 2]) } },
  'with half a character in its entry': { ...good, entry: { ...entry, code: '\ud800' } },
  'larger than a transaction takes': { ...good, entry: { ...entry, code: 'x'.repeat(40_000) } },
}

describe('an entry that cannot be sealed', () => {
  it.each(Object.entries(damaged))(
    'stops no other, and is told of once: a row %s',
    async (_, row) => {
      const log = inMemoryAuditLog(5)
      await putWaiting(log, row)
      expect(await sealLog(log.deps)).toMatchObject({ sealed: 6, size: 6, complete: true })
      expect(await sealLog(log.deps)).toMatchObject({ sealed: 0, size: 6, complete: true })
      const [told, ...more] = asides(log)
      expect([told?.['entry'], more]).toMatchObject([{ action: 'ENTRY_SET_ASIDE' }, []])
      expect(JSON.stringify(told)).not.toContain('somebody')
      expect(waiting(log).map(({ sk }) => sk)).toEqual([row.sk])
      expect(found(log)).toEqual(['SET_ASIDE'])
    },
  )

  it('rings once, and is counted as long as it waits', async () => {
    const log = inMemoryAuditLog(2)
    await putWaiting(log, { ...good, entry: 'gone' })
    const lines: unknown[][] = []
    const now = () => new Date('2026-11-24T00:10:00Z')
    const run = () => createHandler({ ...log.deps, now, log: (...line) => void lines.push(line) })()
    await run()
    await run()
    expect(lines.filter(([, event]) => event === 'ENTRY_SET_ASIDE')).toEqual([
      ['error', 'ENTRY_SET_ASIDE', { count: 1 }],
    ])
    const last = lines.findLast(([, event]) => event === 'HUB_MEASURED')
    expect(last?.[2]).toMatchObject({ measured: { EntriesSetAside: 1 } })
  })

  it('starves nobody, though 500 of them stand before all others of a shard', async () => {
    const log = inMemoryAuditLog(0)
    for (let number = 0; number < 500; number += 1)
      await putWaiting(log, { pk: 'WAITING#0', sk: `2026-01-01#${number}`, entry: number })
    for (let number = 0; number < 20; number += 1) log.add(number)
    expect(await sealLog(log.deps)).toMatchObject({ sealed: 520, size: 520, complete: true })
    expect(waiting(log)).toHaveLength(500)
    expect(asides(log)).toHaveLength(500)
    expect(found(log).every((what) => what === 'SET_ASIDE')).toBe(true)
  })

  it('is as loud as a changed row for good, where somebody damages an entry and then takes it away', async () => {
    const log = inMemoryAuditLog(3)
    await putWaiting(log, { ...good, entry: { ...entry, at: 'never' } })
    await sealLog(log.deps)
    await log.store.transact([remove('auditEntries', { pk: good.pk, sk: good.sk })])
    await sealLog(log.deps)
    expect(found(log)).toEqual(['SET_ASIDE'])
  })

  it('is told of again when it is damaged otherwise', async () => {
    const log = inMemoryAuditLog(1)
    for (const at of ['never', 'always', 'never']) {
      await putWaiting(log, { ...good, entry: { ...entry, at } })
      await sealLog(log.deps)
    }
    expect(asides(log)).toHaveLength(2)
  })

  it('is not hushed up by a row that somebody puts where the log would tell of it', async () => {
    const probe = inMemoryAuditLog(0)
    const row = { ...good, entry: 'gone' }
    await putWaiting(probe, row)
    await sealLog(probe.deps)
    const [told] = asides(probe)
    const log = inMemoryAuditLog(2)
    await log.write({ ...told, pk: String(told?.pk), sk: String(told?.sk), leafIndex: 1 })
    await putWaiting(log, row)
    await sealLog(log.deps)
    expect(asides(log)).toHaveLength(2)
    expect(found(log).toSorted()).toEqual(['ROW_NOT_IN_LOG', 'SET_ASIDE'])
  })

  it('is sealed by a release that can read it, as it waited, and the log is whole again', async () => {
    const log = inMemoryAuditLog(0)
    await putWaiting(log, good)
    const say = sayAsideIn(
      { store: log.store, auditLog: 'auditLog' },
      { now: () => new Date('2026-11-24T00:10:00Z'), newId },
    )
    const before = async () => ({
      entries: await say([{ row: good, why: 'UNREADABLE' }]),
      isAll: true,
    })
    await sealLog({ ...log.deps, readUnsealed: before })
    expect(found(log)).toEqual(['SET_ASIDE'])
    expect(await sealLog(log.deps)).toMatchObject({ sealed: 1, size: 2 })
    expect(found(log)).toEqual([])
  })

  it('is none where a row is there twice: both are one entry', async () => {
    const log = inMemoryAuditLog(1)
    const twice = { ...waitingRow(0), pk: 'WAITING#9' }
    await putWaiting(log, twice)
    expect(await sealLog(log.deps)).toMatchObject({ size: 1 })
    expect(waiting(log)).toEqual([])
    expect(log.faults()).toEqual([])
  })

  it('is another under the id of a leaf: the leaf stays, all others are sealed, and it never is', async () => {
    const log = inMemoryAuditLog(4)
    await sealLog(log.deps)
    const { pk, sk, entry: sealed } = anEntry(2)
    await putWaiting(log, { pk, sk, entry: { ...sealed, actor: 'somebody-else' } })
    log.add(5)
    expect(await sealLog(log.deps)).toMatchObject({ size: 6, complete: true })
    expect(await sealLog(log.deps)).toMatchObject({ sealed: 0, size: 6, complete: true })
    expect(asides(log)).toMatchObject([{ entry: { codes: { why: 'ID_TAKEN' } } }])
    expect(found(log)).toEqual(['SET_ASIDE'])
    expect(waiting(log)).toHaveLength(1)
    const leaf = log.rows().find((row) => row.sk === sk && String(row.pk).startsWith('SUBJECT#'))
    expect(leaf).toMatchObject({ entry: { actor: 'somebody' } })
  })

  it('is each of many under taken ids, and they end: no run tries one twice', async () => {
    const log = inMemoryAuditLog(60)
    await sealLog(log.deps)
    for (let number = 0; number < 60; number += 1) {
      const { pk, sk, entry: sealed } = anEntry(number)
      await putWaiting(log, { pk, sk, entry: { ...sealed, actor: 'somebody-else' } })
    }
    for (let number = 100; number < 110; number += 1) log.add(number)
    expect(await sealLog(log.deps)).toMatchObject({ size: 130, complete: true })
    expect(asides(log)).toHaveLength(60)
  })
})
