import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/seal-audit/handler.ts'
import type { LogHead } from '../../../shared/audit/log-head.ts'
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
  it('seals all that waits, in order, and signs the size once', async () => {
    const log = inMemoryAuditLog(25, 10)
    expect(await sealLog(log.deps)).toEqual({ sealed: 25, size: 25, complete: true })
    expect(log.faults()).toEqual([])
    expect([...log.checkpoints.keys()]).toEqual([25])
  })

  it('gives indexes by time within a batch, whatever order the entries are read in', async () => {
    const log = inMemoryAuditLog(20)
    await sealLog(log.deps)
    expect(log.sealedKeys()).toEqual(log.sealedKeys().toSorted())
  })

  it('signs nothing while there is nothing', async () => {
    const log = inMemoryAuditLog(0)
    expect(await sealLog(log.deps)).toEqual({ sealed: 0, size: 0, complete: true })
    expect(log.checkpoints.size).toBe(0)
  })

  it('neither signs nor writes again when nothing is new', async () => {
    const log = inMemoryAuditLog(3)
    await sealLog(log.deps)
    const names: string[] = []
    await sealLog(around(log.deps, { before: (name) => void names.push(name) }))
    expect(names).toEqual(['readUnsealed', 'readHead', 'readCheckpoint'])
  })

  it('stops at its bound, signs what it has, and goes on with the next run', async () => {
    const log = inMemoryAuditLog(203, 1)
    expect(await sealLog(log.deps)).toEqual({ sealed: 200, size: 200, complete: false })
    expect(await sealLog(log.deps)).toEqual({ sealed: 3, size: 203, complete: true })
    expect(log.faults()).toEqual([])
  })

  it('goes on after a crash before or after any of its calls', async () => {
    const calls = await callsOf(12, 5)
    expect(calls).toHaveLength(14)
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
    expect(log.faults()).toEqual(['the head has no checkpoint'])
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
    log.damage(change)
    log.add(100)
    const message: unknown = expect.stringContaining('does not fit its root')
    await expect(sealLog(log.deps)).rejects.toMatchObject({ code: 'internal', message })
    expect(log.checkpoints.size).toBe(1)
  })

  it('raises the alarm when another root was signed for the same size', async () => {
    const log = inMemoryAuditLog(5)
    log.checkpoints.set(5, 'hub.example/log\n5\nAAAA\n\n— hub.example/log AAAA\n')
    await expect(sealLog(log.deps)).rejects.toMatchObject({
      code: 'internal',
      message: 'another checkpoint of size 5 is kept already',
    })
  })
})

describe('the function', () => {
  it('answers that no record failed, and says how many it sealed', async () => {
    const lines: unknown[] = []
    const log = (...line: unknown[]): void => void lines.push(line)
    const handler = createHandler({ ...inMemoryAuditLog(5).deps, log })
    expect(await handler()).toEqual({ batchItemFailures: [] })
    expect(lines).toEqual([['info', 'LOG_SEALED', { count: 5, kind: 'COMPLETE' }]])
  })

  it('throws, so that the batch comes again', async () => {
    const lines: unknown[] = []
    const log = (...line: unknown[]): void => void lines.push(line)
    const handler = createHandler({ ...crashingAt(inMemoryAuditLog(5).deps, 2, 'before'), log })
    await expect(handler()).rejects.toThrow('crash')
    const frames: unknown = expect.any(Array)
    expect(lines).toEqual([['error', 'RECORD_FAILED', { errorName: 'Error', frames }]])
  })
})

describe('a log whose rows were restored into another table', () => {
  const ofFormerLog = (head: LogHead): LogHead => ({ ...head, origin: 'hub.example/former' })

  it('goes on under its own origin, from an entry that names the former origin, size and root', async () => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    const before = await log.deps.readHead()
    log.damage(ofFormerLog)
    log.checkpoints.clear()
    expect(await sealLog(log.deps)).toEqual({ sealed: 0, size: 6, complete: true })
    expect(log.restored).toMatchObject([
      { origin: 'hub.example/former', range: { size: 5 }, root: before?.root },
    ])
    expect(log.faults()).toEqual([])
    expect([...log.checkpoints.keys()]).toEqual([6])
  })

  it('says so once', async () => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    log.damage(ofFormerLog)
    await sealLog(log.deps)
    log.add(6)
    await sealLog(log.deps)
    expect(log.restored).toHaveLength(1)
    expect(log.faults()).toEqual([])
  })

  it('says so before it seals anything that waited', async () => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    log.damage(ofFormerLog)
    log.add(6)
    await sealLog(log.deps)
    expect(log.restored[0]?.range.size).toBe(5)
    expect(log.sealedKeys().at(-1)).toBe(anEntry(6).sk)
  })

  it('is signed by nobody while another run keeps it from saying so', async () => {
    const log = inMemoryAuditLog(5)
    await sealLog(log.deps)
    log.damage(ofFormerLog)
    log.checkpoints.clear()
    const deps = { ...log.deps, append: async () => 'overtaken' as const }
    await expect(sealLog(deps)).rejects.toMatchObject({ code: 'internal' })
    expect(log.checkpoints.size).toBe(0)
  })
})
