import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/seal-audit/handler.ts'
import type { LogHead } from '../../../shared/audit/log-head.ts'
import { verifyLog } from '../../../shared/audit/verify-log.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { around, crashingAt } from './faulty-deps.ts'
import { anEntry, inMemoryAuditLog } from './in-memory-audit-log.ts'

const callsOf = async (count: number, perRead: number): Promise<string[]> => {
  const names: string[] = []
  const { deps } = inMemoryAuditLog(count, perRead)
  await sealLog(around(deps, { before: (name) => void names.push(name) }))
  return names
}

describe('sealing', () => {
  it('seals all that waits, in order, and signs once for each time it read', async () => {
    const log = inMemoryAuditLog(25, 10)
    expect(await sealLog(log.deps)).toEqual({ sealed: 25, size: 25, complete: true })
    expect(log.faults()).toEqual([])
    expect(log.signed()).toEqual([10, 20, 25])
  })

  it('gives indexes by time within a batch, whatever order the entries are read in', async () => {
    const log = inMemoryAuditLog(20)
    await sealLog(log.deps)
    expect(log.sealedKeys()).toEqual(log.sealedKeys().toSorted())
  })

  it('signs nothing while there is nothing', async () => {
    const log = inMemoryAuditLog(0)
    expect(await sealLog(log.deps)).toEqual({ sealed: 0, size: 0, complete: true })
    expect(log.signed()).toEqual([])
  })

  it('neither signs nor writes again when nothing is new', async () => {
    const log = inMemoryAuditLog(3)
    await sealLog(log.deps)
    const names: string[] = []
    await sealLog(around(log.deps, { before: (name) => void names.push(name) }))
    expect(names).toEqual(['readNewest', 'readHead', 'readCheckpoint', 'readUnsealed'])
  })

  it('stops at its bound, signs what it has, and goes on with the next run', async () => {
    const log = inMemoryAuditLog(203, 1)
    expect(await sealLog(log.deps)).toEqual({ sealed: 200, size: 200, complete: false })
    expect(await sealLog(log.deps)).toEqual({ sealed: 3, size: 203, complete: true })
    expect(log.faults()).toEqual([])
  })

  it('goes on after a crash before or after any of its calls', async () => {
    const calls = await callsOf(12, 5)
    expect(calls.slice(0, 8)).toEqual([
      'readNewest',
      'readHead',
      'readUnsealed',
      'append',
      'putBundle',
      'sign',
      'putCheckpoint',
      'keepCheckpoint',
    ])
    for (const when of ['before', 'after'] as const)
      for (let call = 1; call <= calls.length; call += 1) {
        const log = inMemoryAuditLog(12, 5)
        await expect(sealLog(crashingAt(log.deps, call, when))).rejects.toThrow('crash')
        log.add(100)
        await sealLog(log.deps)
        expect(log.faults()).toEqual([])
      }
  })

  it('signs the head that a crashed run left unsigned, though nothing waits', async () => {
    const log = inMemoryAuditLog(4)
    const sign = (): Promise<never> => Promise.reject(new Error('KMS is away'))
    await expect(sealLog({ ...log.deps, sign })).rejects.toThrow('KMS is away')
    expect(log.faults()).toContain('the head has no checkpoint')
    expect(await sealLog(log.deps)).toEqual({ sealed: 0, size: 4, complete: true })
    expect(log.faults()).toEqual([])
  })

  it('stays one log when two run at once', async () => {
    const log = inMemoryAuditLog(60, 7)
    const outcomes = await Promise.all([sealLog(log.deps), sealLog(log.deps)])
    expect(outcomes.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(60)
    expect(log.faults()).toEqual([])
  })

  it.each([
    ['root', (head: LogHead) => ({ ...head, root: Buffer.alloc(32) })],
    ['size', (head: LogHead) => ({ ...head, range: { ...head.range, size: 4 } })],
  ])('neither grows nor signs a head with a damaged %s', async (_, change) => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    await log.damage(change)
    log.add(100)
    const message: unknown = expect.stringContaining('does not fit its root')
    await expect(sealLog(log.deps)).rejects.toMatchObject({ code: 'internal', message })
    expect(log.signed()).toEqual([5])
  })

  it('raises the alarm when another note is kept for the same size beside the rows', async () => {
    const log = inMemoryAuditLog(5)
    const note = 'hub.example/log\n5\nAAAA\n\n— hub.example/log AAAA\n'
    await log.write({ pk: 'LOG#main', sk: 'CHECKPOINT#000000000005', size: 5, note })
    await expect(sealLog(log.deps)).rejects.toMatchObject({
      code: 'internal',
      message: 'another checkpoint of this size is kept already',
    })
  })
})

type Line = [level: string, event: string, fields: Readonly<Record<string, unknown>>]
const aLog = () => {
  const lines: Line[] = []
  return { lines, log: (...line: Line): void => void lines.push(line) }
}
/** Ten minutes after the first of the entries. */
const now = (): Date => new Date('2026-11-24T00:10:00Z')

describe('the function', () => {
  it('answers that no record failed, and says how many it sealed', async () => {
    const { lines, log } = aLog()
    const handler = createHandler({ ...inMemoryAuditLog(5).deps, log, now })
    expect(await handler()).toEqual({ batchItemFailures: [] })
    expect(lines).toContainEqual(['info', 'LOG_SEALED', { count: 5, kind: 'COMPLETE' }])
  })

  it('says before each round how many wait and since when', async () => {
    const { lines, log } = aLog()
    await createHandler({ ...inMemoryAuditLog(5).deps, log, now })()
    const measured = lines.flatMap(([, , fields]) => fields['measured'] ?? [])
    expect(measured).toEqual([{ EntriesUnsealed: 5, EntriesSetAside: 0, OldestEntryUnsealed: 600 }])
  })

  it('throws, so that the batch comes again', async () => {
    const { lines, log } = aLog()
    const crashing = crashingAt(inMemoryAuditLog(5).deps, 2, 'before')
    await expect(createHandler({ ...crashing, log, now })()).rejects.toThrow('crash')
    const frames: unknown = expect.any(Array)
    expect(lines.filter(([level]) => level === 'error')).toEqual([
      ['error', 'RECORD_FAILED', { errorName: 'Error', frames }],
    ])
  })
})

describe('a log whose rows were restored into another table', () => {
  const former = 'hub.example/former'
  /** Rows of five sealed entries, in a table whose log has another name, beside a bucket that holds nothing under that name. */
  const restored = async () => {
    const from = inMemoryAuditLog(5, 96, { origin: former })
    await sealLog(from.deps)
    const log = inMemoryAuditLog(0)
    for (const row of from.rows()) await log.write(row)
    return { log, from, before: [{ sealed: from.copy().sealed, held: from.held }] }
  }

  it('goes on under its own origin, from an entry that names the former origin, size and root', async () => {
    const { log, from } = await restored()
    const before = await from.deps.readHead()
    expect(await sealLog(log.deps)).toEqual({ sealed: 0, size: 6, complete: true })
    const entry = log.rows().find(({ pk }) => pk === 'SUBJECT#audit-log')?.['entry']
    const root = before?.root.toString('base64')
    expect(entry).toMatchObject({
      action: 'LOG_RESTORED',
      codes: { origin: former, size: '5', root },
    })
    expect(log.told).toEqual(['LOG_RESTORED'])
    expect(log.signed()).toEqual([5, 6])
  })

  it('is whole with the log from which it goes on, and not without it', async () => {
    const { log, before } = await restored()
    await sealLog(log.deps)
    log.add(6)
    await sealLog(log.deps)
    expect(verifyLog(log.copy(), log.held, before)).toEqual([])
    expect(verifyLog(log.copy(), log.held)).toContainEqual({ what: 'LEAF_MISSING', index: 0 })
  })

  it('is whole where the former log has grown since it was exported', async () => {
    const { log, from } = await restored()
    from.add(6)
    await sealLog(from.deps)
    await sealLog(log.deps)
    const before = [{ sealed: from.copy().sealed, held: from.held }]
    expect(verifyLog(log.copy(), log.held, before)).toEqual([])
  })

  it('is whole after it was restored a second time, with both logs before it', async () => {
    const { log: second, before } = await restored()
    await sealLog(second.deps)
    const third = inMemoryAuditLog(0, 96, { origin: 'hub.example/third' })
    for (const row of second.rows()) await third.write(row)
    await sealLog(third.deps)
    const all = [...before, { sealed: second.copy().sealed, held: second.held }]
    expect(verifyLog(third.copy(), third.held, all)).toEqual([])
    expect(verifyLog(third.copy(), third.held, all.slice(1))).not.toEqual([])
  })

  it('is not whole with a former log of which a leaf was changed, or that it does not name', async () => {
    const { log, from } = await restored()
    await sealLog(log.deps)
    const { checkpoints, bundles: whole } = from.copy().sealed
    const bundles = whole.map(({ first, text }) => ({
      first,
      text: text.replace('somebody', 'nobody'),
    }))
    const wrong = [{ sealed: { checkpoints, bundles }, held: from.held }]
    const found = verifyLog(log.copy(), log.held, wrong).map(({ what }) => what)
    expect(found).toContain('ROOT_DIFFERS')
    const named = [{ sealed: from.copy().sealed, held: { ...from.held, origin: 'another' } }]
    expect(verifyLog(log.copy(), log.held, named)).toContainEqual({
      what: 'FORMER_DIFFERS',
      index: 5,
      place: 'another',
    })
  })

  it('says so once, and before it seals anything that waited', async () => {
    const { log } = await restored()
    log.add(6)
    await sealLog(log.deps)
    log.add(7)
    await sealLog(log.deps)
    expect(log.told).toEqual(['LOG_RESTORED'])
    expect(log.sealedKeys().slice(6)).toEqual([6, 7].map((number) => anEntry(number).sk))
  })

  it('says nothing while another run keeps it from saying so', async () => {
    const { log } = await restored()
    const deps = { ...log.deps, append: async () => 'overtaken' as const }
    await expect(sealLog(deps)).rejects.toMatchObject({ code: 'internal' })
    expect(log.signed()).toEqual([5])
  })

  it('is no way round what was signed under its own name', async () => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    const head = await log.deps.readHead()
    log.add(6)
    await sealLog(log.deps)
    await log.damage((now) => ({ ...(head ?? now), version: now.version, origin: former }))
    await expect(sealLog(log.deps)).rejects.toMatchObject({ code: 'internal' })
    expect(log.signed()).toEqual([5, 6])
  })

  it('is refused where its rows are not those that were signed: a backup that somebody edited', async () => {
    const { log } = await restored()
    const row = log.rows().find(({ sk }) => sk === 'CHECKPOINT#000000000005')
    const note = String(row?.['note']).replace(/\n[^\n]{44}\n/, `\n${'A'.repeat(43)}=\n`)
    await log.write({ pk: 'LOG#main', sk: 'CHECKPOINT#000000000005', size: 5, note })
    await expect(sealLog(log.deps)).rejects.toMatchObject({
      cause: { contradiction: 'RESTORED_OTHERWISE' },
    })
    expect(log.signed()).toEqual([])
  })

  it('is none where only the name in the head was changed, and nothing was restored', async () => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    await log.damage((head) => ({ ...head, origin: former }))
    await expect(sealLog(log.deps)).rejects.toMatchObject({
      cause: { contradiction: 'OF_ANOTHER_LOG' },
    })
    expect(log.told).toEqual([])
  })
})

describe('a row that somebody put where an entry will stand', () => {
  it('takes no entry out of the log: it stops, and the entry still waits', async () => {
    const log = inMemoryAuditLog(1)
    const { entry, sk } = anEntry(0)
    await log.write({ pk: `SUBJECT#${entry.subjects[0]}`, sk, entry, leafIndex: 0 })
    await expect(sealLog(log.deps)).rejects.toMatchObject({ cause: { contradiction: 'ID_TAKEN' } })
    const { entries } = await log.deps.readUnsealed()
    expect(entries).toHaveLength(1)
  })
})
