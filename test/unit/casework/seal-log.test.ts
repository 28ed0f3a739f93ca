import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/seal-audit/handler.ts'
import type { LogHead } from '../../../shared/audit/log-head.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { around, crashingAt } from './faulty-deps.ts'
import { inMemoryAuditLog } from './in-memory-audit-log.ts'

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
