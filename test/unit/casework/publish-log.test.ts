import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/seal-audit/handler.ts'
import { createInMemoryKeys } from '../../../local/in-memory/keys.ts'
import { checkpointName } from '../../../shared/audit/sealed-log.ts'
import { headKey } from '../../../shared/aws/dynamodb/log-rows.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { crashingAt } from './faulty-deps.ts'
import { anEntry, inMemoryAuditLog } from './in-memory-audit-log.ts'

type AuditLog = ReturnType<typeof inMemoryAuditLog>

/** A log of four entries, sealed and signed. */
const sealedLog = async (): Promise<AuditLog> => {
  const log = inMemoryAuditLog(4)
  await sealLog(log.deps)
  return log
}

/** Puts the table of one log in place of another's: the work of somebody who can write it at will. */
const forgeTable = async (log: AuditLog, by: AuditLog): Promise<void> => {
  for (const { pk, sk } of log.rows()) await log.erase({ pk, sk })
  for (const row of by.rows()) await log.write(row)
}

/** The table of a log that was told other entries. */
const tableWithout = async (left: number): Promise<AuditLog> => {
  const log = inMemoryAuditLog(0)
  for (let number = 0; number < 5; number += 1) if (number !== left) log.add(number)
  await sealLog(log.deps)
  return log
}

/** Refused as this contradiction: nothing more is sealed or signed, now or later, and entries go on being accepted. */
const expectStopped = async (log: AuditLog, kind: string): Promise<void> => {
  const before = [log.rows(), log.objects()]
  for (const number of [100, 101]) {
    log.add(number)
    await expect(sealLog(log.deps)).rejects.toMatchObject({
      code: 'internal',
      cause: { contradiction: kind },
    })
  }
  expect([log.rows(), log.objects()]).toEqual(before)
}

const headOf = (log: AuditLog): KeyedRow => {
  const head = log.rows().find(({ sk }) => sk === headKey.sk)
  if (head === undefined) throw new Error('the log has no head')
  return head
}

describe('sealing stops, and never signs again,', () => {
  it('after an entry was taken out of the table with a head that fits', async () => {
    const log = await sealedLog()
    await forgeTable(log, await tableWithout(1))
    await expectStopped(log, 'FORK')
  })

  it('after the table was put back to what it was before', async () => {
    const log = await sealedLog()
    const former = log.rows()
    log.add(4)
    await sealLog(log.deps)
    for (const { pk, sk } of log.rows()) await log.erase({ pk, sk })
    for (const row of former) await log.write(row)
    await expectStopped(log, 'REWOUND')
  })

  it('after all of the table is gone', async () => {
    const log = await sealedLog()
    for (const { pk, sk } of log.rows()) await log.erase({ pk, sk })
    await expectStopped(log, 'REWOUND')
  })

  it('where the newest checkpoint was taken out of the sealed log, though an older one is there', async () => {
    const log = await sealedLog()
    const former = log.rows()
    log.add(4)
    await sealLog(log.deps)
    for (const { pk, sk } of log.rows()) await log.erase({ pk, sk })
    for (const row of former) await log.write(row)
    log.setObject(checkpointName(5), undefined)
    await expectStopped(log, 'CHECKPOINT_TAKEN_AWAY')
  })

  it('where an older checkpoint stands in place of the newest', async () => {
    const log = await sealedLog()
    const former = log.objects().get(checkpointName(4))
    log.add(4)
    await sealLog(log.deps)
    log.setObject(checkpointName(5), former)
    await expectStopped(log, 'CHECKPOINT_OF_OTHER_SIZE')
  })

  it('where another key signed the newest checkpoint', async () => {
    const log = await sealedLog()
    const other = inMemoryAuditLog(4, 96, { keys: createInMemoryKeys() })
    await sealLog(other.deps)
    log.setObject(checkpointName(4), other.objects().get(checkpointName(4)))
    await expectStopped(log, 'CHECKPOINT_NOT_SIGNED')
  })
})

/** A log of which the last two entries are in the table and not yet signed: the run was cut off there. */
const cutOff = async (after: 'append' | 'putBundle'): Promise<AuditLog> => {
  const log = await sealedLog()
  log.add(4)
  log.add(5)
  // After the reads of the head and of what waits.
  const call = after === 'append' ? 5 : 6
  await expect(sealLog(crashingAt(log.deps, call, 'after'))).rejects.toThrow(`crash after ${after}`)
  return log
}
const firstOf = (log: AuditLog, index: number): KeyedRow => {
  const row = log.rows().find((one) => one['leafIndex'] === index && 'salt' in one)
  if (row === undefined) throw new Error('no such leaf')
  return row
}

describe('what a run left that was cut off', () => {
  it.each(['append', 'putBundle'] as const)(
    'after %s is signed by the next, from its rows',
    async (after) => {
      const log = await cutOff(after)
      expect(await sealLog(log.deps)).toEqual({ sealed: 0, size: 6, complete: true })
      expect(log.faults()).toEqual([])
    },
  )

  it.each([
    [
      'an entry of it is put over',
      (row: KeyedRow) => ({ ...row, entry: { ...anEntry(4).entry, actor: 'other' } }),
    ],
    [
      'an index field is stripped',
      ({ day: _, ...row }: KeyedRow) => ({ ...row, pk: row.pk, sk: row.sk }),
    ],
    ['an index field is another', (row: KeyedRow) => ({ ...row, actor: 'other#0' })],
    [
      'its salt is another',
      (row: KeyedRow) => ({ ...row, salt: Buffer.alloc(32).toString('base64') }),
    ],
    ['it holds no entry', (row: KeyedRow) => ({ pk: row.pk, sk: row.sk })],
  ])('is not signed when %s', async (_, change) => {
    const log = await cutOff('append')
    await log.write(change(firstOf(log, 4)))
    await expectStopped(log, 'ROW_CHANGED')
  })

  it('is not signed when a row of it is gone', async () => {
    const log = await cutOff('append')
    await log.erase(firstOf(log, 5))
    await expectStopped(log, 'ROW_CHANGED')
  })

  it('is not signed when its batch is gone', async () => {
    const log = await cutOff('append')
    await log.erase({ pk: 'LOG#main', sk: 'SEQ#000000000004' })
    await expectStopped(log, 'GAP')
  })

  it('is not signed when its batch begins with another tree', async () => {
    const log = await cutOff('append')
    const batch = log.rows().find(({ sk }) => sk === 'SEQ#000000000004')
    if (batch === undefined) throw new Error('no such batch')
    await log.write({ ...batch, before: [Buffer.alloc(32)] })
    await expectStopped(log, 'GAP')
  })

  it('is not signed when the head is of other leaves', async () => {
    const log = await cutOff('append')
    const other = inMemoryAuditLog(6, 4)
    await sealLog(other.deps)
    await log.write(headOf(other))
    await expectStopped(log, 'FORK')
  })

  it.each([1, 2, 3])(
    'is not signed once the table goes on otherwise, by %i entries, than the bundle that stands',
    async (count) => {
      const log = await cutOff('putBundle')
      const other = await sealedLog()
      for (let number = 0; number < count; number += 1) other.add(200 + number)
      await sealLog(other.deps)
      await forgeTable(log, other)
      await expectStopped(log, 'BUNDLE_DIFFERS')
    },
  )

  it('is not signed in part, once the table has lost the end of the bundle that stands', async () => {
    const log = await cutOff('putBundle')
    const other = await sealedLog()
    other.add(4)
    await sealLog(other.deps)
    await forgeTable(log, other)
    await expectStopped(log, 'REWOUND')
  })

  it('is signed from where another bundle ends that was put meanwhile', async () => {
    const log = await cutOff('putBundle')
    log.add(6)
    expect(await sealLog(log.deps)).toEqual({ sealed: 1, size: 7, complete: true })
    expect(log.faults()).toEqual([])
  })
})

describe('the function', () => {
  it('says what contradicts the log, in a line that rings, and hands the batch back', async () => {
    const log = await sealedLog()
    await log.damage((head) => ({ ...head, root: Buffer.alloc(32) }))
    const lines: unknown[] = []
    const handler = createHandler({
      ...log.deps,
      log: (level, event, { kind }) => lines.push([level, event, kind]),
      now: () => new Date(),
    })
    await expect(handler()).rejects.toThrow('does not fit its root')
    expect(lines).toEqual([
      ['error', 'LOG_CONTRADICTED', 'HEAD_DAMAGED'],
      ['error', 'RECORD_FAILED', undefined],
    ])
  })
})
